#include "apps/preset/layer.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "apps/preset/assign.hpp"
#include "apps/preset/keys.hpp"
#include "apps/preset/pressure_table.hpp"
#include "apps/preset/text.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset {
namespace {

PlacedProblem at(const Document& document, const Entry& entry, std::string message) {
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
            build.problems.add({document.file, 0, 0, "kind", "is missing; expected one of " + listed(kind_names())});
        return;
    }
    const auto* name = std::get_if<std::string>(&entry->value);
    const auto names = kind_names();
    const auto found = name == nullptr ? names.end() : std::find(names.begin(), names.end(), *name);
    if (found == names.end()) {
        build.problems.add(
            at(document, *entry, "given " + describe(entry->value) + ", expected one of " + listed(names)));
        return;
    }
    const auto kind = kinds()[static_cast<std::size_t>(found - names.begin())].kind;
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
    } else if (const auto wrong = refuse_key("pressure.table", build.kind)) {
        build.problems.add(at(document, *entry, *wrong));
    } else if (numbers == nullptr || numbers->size() > most_table_points) {
        build.problems.add(at(document, *entry,
                              "given " + describe(entry->value) + ", expected a list of 2 to " +
                                  std::to_string(most_table_points) + " numbers"));
    } else {
        points = *numbers;
    }
}

/// The table a layer names replaces the one before; points written out in it spare the file.
void take_table(Build& build, const Layer& layer) {
    const Document& document = layer.document;
    Pressure& pressure = build.loaded.scenario.pressure;
    if (find_entry(document, table_time_key) != nullptr || find_entry(document, table_pressure_key) != nullptr) {
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

}  // namespace

void take_header(Build& build, const Document& document) {
    check_schema(document, build.problems);
    take_kind(build, document);
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

void read_table(Pressure& pressure, const std::filesystem::path& path, const PlacedProblem& place, Problems& problems) {
    try {
        PressureTable table = read_pressure_table(path);
        pressure.table_time = std::move(table.time);
        pressure.table_pressure = std::move(table.pressure);
    } catch (const Error& error) {
        for (PlacedProblem problem : error.problems()) {
            if (problem.line == 0)
                problem = {place.file, place.line, place.column, "", problem.file + ": " + problem.message};
            problem.key = place.key;
            problems.add(std::move(problem));
        }
    }
}

}  // namespace synovia::preset
