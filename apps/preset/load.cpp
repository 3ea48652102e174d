#include "apps/preset/load.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "apps/preset/assign.hpp"
#include "apps/preset/chain.hpp"
#include "apps/preset/keys.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/pressure_table.hpp"
#include "apps/preset/text.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view override_file = "--set";

/// A load in progress.
struct Build {
    Loaded loaded;
    std::optional<Kind> kind;
    std::map<std::string, Problem> origins;  // key -> where its value was set; the message is empty
    Problems problems;
};

Problem at(const Document& document, const Entry& entry, std::string message) {
    return {document.file, entry.line, entry.column, printable(entry.key), std::move(message)};
}

const Entry* find_entry(const Document& document, std::string_view key) {
    const auto found = std::find_if(document.entries.begin(), document.entries.end(),
                                    [&](const Entry& entry) { return entry.key == key; });
    return found == document.entries.end() ? nullptr : &*found;
}

bool is_one_of(std::string_view key, std::span<const std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

void check_schema(const Document& document, Problems& problems) {
    const std::string expected = "expected schema = " + std::to_string(schema_version);
    const Entry* schema = find_entry(document, "schema");
    if (schema == nullptr) {
        if (!document.is_sidecar) problems.add({document.file, 0, 0, "schema", "is missing; " + expected});
        return;
    }
    const auto* version = std::get_if<double>(&schema->value);
    if (version == nullptr || *version != schema_version)
        problems.add(at(document, *schema, "given " + describe(schema->value) + ", " + expected));
}

/// The kind a document names; a preset that extends another may leave it out but not change it.
void take_kind(Build& build, const Document& document) {
    const Entry* entry = find_entry(document, "kind");
    if (entry == nullptr) {
        if (find_entry(document, "extends") == nullptr)
            build.problems.add({document.file, 0, 0, "kind", "is missing; expected one of " + listed(kind_names)});
        return;
    }
    const auto* name = std::get_if<std::string>(&entry->value);
    const auto found = name == nullptr ? kind_names.end() : std::find(kind_names.begin(), kind_names.end(), *name);
    if (found == kind_names.end()) {
        build.problems.add(
            at(document, *entry, "given " + describe(entry->value) + ", expected one of " + listed(kind_names)));
        return;
    }
    const auto kind = static_cast<Kind>(found - kind_names.begin());
    if (build.kind && *build.kind != kind)
        build.problems.add(at(document, *entry, "differs from the kind of the preset it extends"));
    build.kind = kind;
}

void take_about(Build& build, const Document& document, const Entry& entry) {
    About& about = build.loaded.about;
    const auto refuse = [&](const std::string& wrong) { build.problems.add(at(document, entry, wrong)); };
    if (!is_one_of(entry.key, about_keys)) return refuse("unknown key" + suggestion(entry.key, about_keys));
    const bool is_list = entry.key == "about.sources";
    std::vector<std::string> texts;
    if (const auto* list = std::get_if<std::vector<std::string>>(&entry.value); list != nullptr && is_list)
        texts = *list;
    else if (const auto* text = std::get_if<std::string>(&entry.value); text != nullptr && !is_list)
        texts = {*text};
    else if (const auto* none = std::get_if<std::vector<double>>(&entry.value);
             !is_list || none == nullptr || !none->empty())
        return refuse("given " + describe(entry.value) + ", expected " + (is_list ? "a list of texts" : "a text"));
    if (std::any_of(texts.begin(), texts.end(), has_control_characters)) return refuse("holds control characters");
    if (is_list)
        about.sources = std::move(texts);
    else
        (entry.key == "about.title" ? about.title : about.shows) = std::move(texts.front());
}

void take_parameter(Build& build, const Document& document, const Entry& entry) {
    if (const auto wrong = refuse_key(entry.key, build.kind)) return build.problems.add(at(document, entry, *wrong));
    if (const auto wrong = assign(build.loaded.scenario, *find_parameter(entry.key), entry.value))
        return build.problems.add(at(document, entry, *wrong));
    build.origins[entry.key] = at(document, entry, "");
}

void take_points(Build& build, const Document& document, std::string_view key, std::vector<double>& points) {
    const Entry* entry = find_entry(document, key);
    const auto* numbers = entry == nullptr ? nullptr : std::get_if<std::vector<double>>(&entry->value);
    if (entry == nullptr) {
        build.problems.add({document.file, 0, 0, std::string(key), "is missing: both lists of points are needed"});
    } else if (build.kind == Kind::joint) {
        build.problems.add(at(document, *entry, "belongs to kind = \"bubble\", and this is a \"joint\""));
    } else if (numbers == nullptr || numbers->size() > most_table_points) {
        build.problems.add(at(document, *entry,
                              "given " + describe(entry->value) + ", expected a list of 2 to " +
                                  std::to_string(most_table_points) + " numbers"));
    } else {
        points = *numbers;
    }
}

/// Reads the CSV; what is wrong with the file itself is reported where the preset names it.
void read_table(Pressure& pressure, const fs::path& path, const Problem& place, Problems& problems) {
    try {
        PressureTable table = read_pressure_table(path);
        pressure.table_time = std::move(table.time);
        pressure.table_pressure = std::move(table.pressure);
    } catch (const Error& error) {
        for (Problem problem : error.problems()) {
            if (problem.line == 0)
                problem = {place.file, place.line, place.column, "", problem.file + ": " + problem.message};
            problem.key = place.key;
            problems.add(std::move(problem));
        }
    }
}

/// The table a layer names replaces the one before; points written out in it spare the file.
void take_table(Build& build, const Layer& layer) {
    const Document& document = layer.document;
    Pressure& pressure = build.loaded.scenario.pressure;
    if (find_entry(document, table_time_key) || find_entry(document, table_pressure_key)) {
        take_points(build, document, table_time_key, pressure.table_time);
        take_points(build, document, table_pressure_key, pressure.table_pressure);
        return;
    }
    const Entry* entry = find_entry(document, "pressure.table");
    if (entry == nullptr || !build.origins.contains("pressure.table")) return;
    pressure.table_time.clear();
    pressure.table_pressure.clear();
    if (pressure.table.empty()) return;
    if (!layer.directory)
        return build.problems.add(
            at(document, *entry, "a preset without a file cannot name one; write the points out"));
    read_table(pressure, *layer.directory / pressure.table, at(document, *entry, ""), build.problems);
}

void take_layer(Build& build, const Layer& layer) {
    const Document& document = layer.document;
    for (const Entry& entry : document.entries) {
        if (build.problems.full()) return;
        if (is_one_of(entry.key, header_keys) || entry.key == table_time_key || entry.key == table_pressure_key)
            continue;
        if (entry.key == "about" || entry.key.starts_with("about."))
            take_about(build, document, entry);
        else
            take_parameter(build, document, entry);
    }
    take_table(build, layer);
}

/// Ranges and rules between parameters, each reported where the value came from. A key that already has a problem still
/// holds its default and is not judged again.
void validate_into(Build& build, const std::string& file) {
    for (const synovia::Problem& problem : validate(build.loaded.scenario)) {
        if (build.problems.has_key(problem.key)) continue;
        const auto origin = build.origins.find(problem.key);
        Problem placed = origin != build.origins.end() ? origin->second : Problem{file, 0, 0, problem.key, ""};
        placed.message = problem.message;
        build.problems.add(std::move(placed));
    }
}

void add_warnings(Build& build, const std::string& file) {
    const Pressure& pressure = build.loaded.scenario.pressure;
    if (build.loaded.about.title.empty())
        build.loaded.warnings.push_back({file, 0, 0, "about.title", "is missing: the preset has no name to show"});
    if (!pressure.table_time.empty() && pressure.kind != PressureKind::table)
        build.loaded.warnings.push_back({file, 0, 0, "pressure.table", "is not used: pressure.kind is not \"table\""});
}

Loaded build_from(Layer leaf, std::string name, std::span<const fs::path> search_dirs,
                  std::span<const std::string> overrides) {
    Build build;
    build.loaded.name = std::move(name);
    const std::string file = leaf.document.file;
    const std::vector<Layer> layers = read_chain(std::move(leaf), search_dirs, build.problems);
    for (const Layer& layer : layers) {
        check_schema(layer.document, build.problems);
        take_kind(build, layer.document);
    }
    build.loaded.scenario = default_scenario(build.kind.value_or(Kind::joint));
    for (const Layer& layer : layers) take_layer(build, layer);
    for (const std::string& text : overrides) {
        try {
            apply_override(build.loaded.scenario, text);
            const std::string key = text.substr(0, text.find('='));
            build.origins[key] = {std::string(override_file), 0, 0, key, ""};
        } catch (const Error& error) {
            for (const Problem& problem : error.problems()) build.problems.add(problem);
        }
    }
    validate_into(build, file);
    build.problems.raise();
    add_warnings(build, file);
    return std::move(build.loaded);
}

}  // namespace

Loaded load(std::string_view name_or_path, std::span<const fs::path> search_dirs,
            std::span<const std::string> overrides) {
    const auto path = find_preset(name_or_path, search_dirs, fs::path());
    if (!path) throw Error({{"", 0, 0, "", not_found(name_or_path, search_dirs)}});
    return build_from(read_layer(*path), path->stem().string(), search_dirs, overrides);
}

Loaded load_text(std::string_view text, const std::string& label, std::span<const fs::path> search_dirs,
                 std::span<const std::string> overrides) {
    return build_from({parse_document(text, label), std::nullopt}, label, search_dirs, overrides);
}

void apply_override(Scenario& scenario, std::string_view key_value) {
    const auto equals = key_value.find('=');
    const std::string key(key_value.substr(0, equals));
    const Problem place{std::string(override_file), 0, 0, printable(key), ""};
    const auto refuse = [&](std::string message) {
        Problem problem = place;
        problem.message = std::move(message);
        throw Error({problem});
    };
    if (equals == std::string_view::npos) refuse("expected key=value");
    if (const auto wrong = refuse_key(key, scenario.kind)) refuse(*wrong);
    if (const auto wrong = assign_text(scenario, *find_parameter(key), key_value.substr(equals + 1))) refuse(*wrong);
    if (key != "pressure.table") return;
    Problems problems;
    scenario.pressure.table_time.clear();
    scenario.pressure.table_pressure.clear();
    if (!scenario.pressure.table.empty()) read_table(scenario.pressure, scenario.pressure.table, place, problems);
    problems.raise();
}

std::vector<Listed> list(std::span<const fs::path> search_dirs) {
    std::vector<Listed> all;
    for (const std::string& name : shipped_names(search_dirs)) {
        try {
            all.push_back({name, load(name, search_dirs).about.title, ""});
        } catch (const Error& error) {
            all.push_back({name, "", error.what()});
        }
    }
    return all;
}

}  // namespace synovia::preset
