#include "apps/preset/load.hpp"

#include <optional>
#include <utility>

#include "apps/preset/assign.hpp"
#include "apps/preset/chain.hpp"
#include "apps/preset/layer.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/name.hpp"
#include "apps/preset/tables.hpp"
#include "apps/preset/text.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view override_file = "--set";

/// Ranges and rules between parameters, each reported where the value came from. A key that already has a problem still
/// holds its default and is not judged again.
void validate_into(Build& build, const std::string& file) {
    for (const synovia::Problem& problem : validate(build.loaded.scenario)) {
        if (build.problems.has_key(problem.key)) continue;
        const auto origin = build.origins.find(problem.key);
        PlacedProblem placed =
            origin != build.origins.end() ? origin->second : PlacedProblem{file, 0, 0, problem.key, ""};
        placed.message = problem.message;
        build.problems.add(std::move(placed));
    }
}

void add_warnings(Build& build, const std::string& file) {
    const Pressure& pressure = build.loaded.scenario.pressure;
    const Traction& traction = build.loaded.scenario.traction;
    if (build.loaded.about.title.empty())
        build.loaded.warnings.push_back({file, 0, 0, "about.title", "is missing: the preset has no name to show"});
    if (!pressure.table_time.empty() && pressure.kind != PressureKind::table)
        build.loaded.warnings.push_back({file, 0, 0, "pressure.table", "is not used: pressure.kind is not \"table\""});
    if (!traction.table_time.empty() && traction.kind != TractionKind::table)
        build.loaded.warnings.push_back({file, 0, 0, "traction.table", "is not used: traction.kind is not \"table\""});
}

Loaded build_from(Layer leaf, std::string name, std::span<const fs::path> search_dirs,
                  std::span<const std::string> overrides) {
    Build build;
    build.loaded.name = std::move(name);
    const std::string file = leaf.document.file;
    const std::vector<Layer> layers = read_chain(std::move(leaf), search_dirs, build.problems);
    for (const Layer& layer : layers) take_header(build, layer.document);
    build.loaded.scenario = default_scenario(build.kind.value_or(Scenario{}.kind));
    for (const Layer& layer : layers) take_layer(build, layer);
    for (const std::string& text : overrides) {
        try {
            apply_override(build.loaded.scenario, text);
            const std::string key = text.substr(0, text.find('='));
            build.origins[key] = {std::string(override_file), 0, 0, key, ""};
        } catch (const Error& error) {
            for (const PlacedProblem& problem : error.problems()) build.problems.add(problem);
        }
    }
    if (build.kind) validate_into(build, file);
    build.problems.raise();
    add_warnings(build, file);
    return std::move(build.loaded);
}

}  // namespace

Loaded load(std::string_view name_or_path, std::span<const fs::path> search_dirs,
            std::span<const std::string> overrides) {
    const auto path = find_preset(name_or_path, search_dirs, fs::path());
    if (!path) throw Error({{"", 0, 0, "", not_found(name_or_path, search_dirs)}});
    return build_from(read_layer(*path), plain_name(path->stem().string()), search_dirs, overrides);
}

Loaded load_text(std::string_view text, const std::string& label, std::span<const fs::path> search_dirs,
                 std::span<const std::string> overrides) {
    return load_document(parse_document(text, label), search_dirs, overrides);
}

Loaded load_document(Document document, std::span<const fs::path> search_dirs, std::span<const std::string> overrides) {
    const std::string label = document.file;
    return build_from({std::move(document), std::nullopt}, label, search_dirs, overrides);
}

void apply_override(Scenario& scenario, std::string_view key_value, std::string_view origin) {
    const auto equals = key_value.find('=');
    const std::string key(key_value.substr(0, equals));
    const PlacedProblem place{std::string(origin), 0, 0, printable(key), ""};
    const auto refuse = [&](std::string message) {
        PlacedProblem problem = place;
        problem.message = std::move(message);
        throw Error({problem});
    };
    if (equals == std::string_view::npos) refuse("expected key=value");
    if (const auto wrong = refuse_key(key, scenario.kind)) refuse(*wrong);
    if (const auto wrong = assign_text(scenario, *find_parameter(key), key_value.substr(equals + 1))) refuse(*wrong);
    const Table* table = find_table(key);
    if (table == nullptr) return;
    Problems problems;
    clear(*table, scenario);
    if (!table->path(scenario).empty()) read_table(*table, scenario, table->path(scenario), place, problems);
    problems.raise();
}

}  // namespace synovia::preset
