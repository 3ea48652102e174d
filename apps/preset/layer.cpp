#include "apps/preset/layer.hpp"

#include <algorithm>
#include <filesystem>
#include <span>
#include <utility>

#include "apps/preset/assign.hpp"
#include "apps/preset/keys.hpp"
#include "apps/preset/suggestion.hpp"
#include "apps/preset/tables.hpp"
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
    if (entry.key == "about.use" && !is_one_of(texts.front(), uses))
        return refuse("given " + describe(entry.value) + ", expected one of " + listed(uses));
    if (is_list) return static_cast<void>(about.sources = std::move(texts));
    (entry.key == "about.title" ? about.title
     : entry.key == "about.use" ? about.use
                                : about.shows) = std::move(texts.front());
}

void take_parameter(Build& build, const Document& document, const Entry& entry) {
    if (const auto wrong = refuse_key(entry.key, build.kind)) return build.problems.add(at(document, entry, *wrong));
    if (const auto wrong = assign(build.loaded.scenario, *find_parameter(entry.key), entry.value))
        return build.problems.add(at(document, entry, *wrong));
    build.origins[entry.key] = at(document, entry, "");
}

/// One column of a table, written out.
std::vector<double> take_list(Build& build, const Document& document, const Table& table, const std::string& key) {
    const Entry* entry = find_entry(document, key);
    if (entry == nullptr) {
        build.problems.add(
            {document.file, 0, 0, key,
             "is missing: all " + std::to_string(table.list_keys.size()) + " lists of the table are needed"});
        return {};
    }
    const auto* numbers = std::get_if<std::vector<double>>(&entry->value);
    if (const auto wrong = refuse_key(table.key, build.kind)) {
        build.problems.add(at(document, *entry, *wrong));
    } else if (numbers == nullptr || numbers->size() < table.fewest || numbers->size() > table.most) {
        const std::string rows = table.fewest == table.most
                                     ? std::to_string(table.most)
                                     : std::to_string(table.fewest) + " to " + std::to_string(table.most);
        build.problems.add(
            at(document, *entry, "given " + describe(entry->value) + ", expected a list of " + rows + " numbers"));
    } else {
        return *numbers;
    }
    return {};
}

void take_lists(Build& build, const Document& document, const Table& table) {
    Columns columns;
    for (const std::string& key : table.list_keys) columns.push_back(take_list(build, document, table, key));
    const auto differs = [&](const auto& column) { return column.size() != columns.front().size(); };
    if (std::none_of(columns.begin(), columns.end(), differs))
        table.set(build.loaded.scenario, columns);
    else if (std::none_of(columns.begin(), columns.end(), [](const auto& column) { return column.empty(); }))
        build.problems.add({document.file, 0, 0, std::string(table.key), "the lists of the table differ in length"});
}

/// Does the path stay within the folder that it is relative to?
bool stays_within(const std::filesystem::path& path) {
    return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

/// The table a layer names replaces the one before; columns written out in it spare the file.
void take_table(Build& build, const Layer& layer, const Table& table) {
    const Document& document = layer.document;
    Scenario& scenario = build.loaded.scenario;
    const auto given = [&](const std::string& key) { return find_entry(document, key) != nullptr; };
    if (std::any_of(table.list_keys.begin(), table.list_keys.end(), given)) return take_lists(build, document, table);
    const Entry* entry = find_entry(document, table.key);
    if (entry == nullptr || !build.origins.contains(std::string(table.key))) return;
    clear(table, scenario);
    const std::string& path = table.path(scenario);
    if (path.empty()) return;
    if (!layer.directory)
        return build.problems.add(
            at(document, *entry, "a preset without a file cannot name one; write the points out"));
    if (document.is_sidecar && !stays_within(path))
        return build.problems.add(at(document, *entry,
                                     "a side-car may come from a stranger: it names tables of its own folder only; "
                                     "write the points out"));
    read_table(table, scenario, *layer.directory / path, at(document, *entry, ""), build.problems);
}

}  // namespace

void take_header(Build& build, const Document& document) {
    check_schema(document, build.problems);
    take_kind(build, document);
}

void take_layer(Build& build, const Layer& layer) {
    const Document& document = layer.document;
    build.loaded.about.use.clear();  // what is changed of a silent preset may sound
    for (const Entry& entry : document.entries) {
        if (build.problems.full()) return;
        if (is_one_of(entry.key, header_keys) || find_table_of_list(entry.key) != nullptr) continue;
        if (entry.key == "about" || entry.key.starts_with("about."))
            take_about(build, document, entry);
        else
            take_parameter(build, document, entry);
    }
    for (const Table& table : tables()) take_table(build, layer, table);
}

}  // namespace synovia::preset
