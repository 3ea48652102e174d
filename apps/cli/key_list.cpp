#include "apps/cli/key_list.hpp"

#include <nlohmann/json.hpp>

#include "apps/cli/level_columns.hpp"
#include "apps/cli/wrap.hpp"
#include "apps/preset/assign.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/write.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"
#include "solver/spine_levels.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

struct TypeName {
    std::string_view operator()(const MemberAccess<double>&) const { return "number"; }
    std::string_view operator()(const MemberAccess<std::optional<double>>&) const { return "number"; }
    std::string_view operator()(const MemberAccess<bool>&) const { return "flag"; }
    std::string_view operator()(const MemberAccess<std::string>&) const { return "text"; }
    std::string_view operator()(const MemberAccess<std::vector<double>>&) const { return "numbers"; }
    std::string_view operator()(const MemberAccess<LevelSet>&) const { return "levels"; }
    std::string_view operator()(const ChoiceAccess&) const { return "choice"; }
};

bool is_optional(const Parameter& parameter) {
    return std::holds_alternative<MemberAccess<std::optional<double>>>(parameter.access);
}

/// By the name of each kind that has the parameter; null: none.
Json defaults(const Parameter& parameter) {
    Json values = Json::object();
    for (const KindRow& row : kinds())
        if (applies(parameter, row.kind))
            values[std::string(row.name)] = preset::to_json(row.defaults())[std::string(parameter.key)];
    return values;
}

constexpr std::string_view level_table_key = "spine.levels";

/// Of the table of levels.
Json columns_json() {
    Json list = Json::array();
    for (std::size_t i = 0; i < level_columns().size(); ++i) {
        const SpineColumn& column = spine_columns()[i];
        list.push_back(
            {{"name", column.name}, {"min", column.min}, {"max", column.max}, {"text", level_columns()[i].text}});
    }
    return list;
}

std::string columns_text() {
    std::string text = indented("columns: level (T10-T11 to L5-S1, each once), and of both its facets:", 4);
    for (std::size_t i = 0; i < level_columns().size(); ++i) {
        const SpineColumn& column = spine_columns()[i];
        text += indented(std::string(column.name) + ": " + std::string(level_columns()[i].text) + "; " +
                             preset::exact(column.min) + " to " + preset::exact(column.max),
                         6);
    }
    return text + indented("\"synovia presets --levels\" prints the built-in table", 4);
}

Json key_json(const Parameter& parameter) {
    const std::string type(std::visit(TypeName{}, parameter.access));
    const bool is_number = type == "number" || type == "numbers";
    Json json{{"key", parameter.key}, {"unit", parameter.unit}, {"type", type}, {"default", defaults(parameter)}};
    json["min"] = is_number ? Json(parameter.min) : Json();
    json["max"] = is_number ? Json(parameter.max) : Json();
    json["optional"] = is_optional(parameter);
    json["choices"] = Json::array();
    if (const auto* choice = std::get_if<ChoiceAccess>(&parameter.access))
        for (const std::string_view name : choice->names) json["choices"].push_back(name);
    json["varies"] = parameter.varies;
    json["text"] = parameter.text;
    if (parameter.key == level_table_key) json["columns"] = columns_json();
    return json;
}

std::string value_text(const Json& value) {
    if (value.is_null()) return "none";
    if (value.is_number()) return preset::exact(value.get<double>());
    if (value.is_string()) return value.get_ref<const std::string&>().empty() ? "\"\"" : value.get<std::string>();
    return value.dump();
}

/// One value where all kinds agree, else each with its kind.
std::string default_text(const Parameter& parameter) {
    const Json values = defaults(parameter);
    std::string all, last;
    bool same = true;
    for (const auto& [kind, value] : values.items()) {
        const std::string text = value_text(value);
        same = same && (last.empty() || text == last);
        all += (all.empty() ? "" : ", ") + text + " (" + kind + ")";
        last = text;
    }
    return same && values.size() > 1 ? last : all;
}

}  // namespace

std::string key_table() {
    std::string text;
    for (const Parameter& parameter : parameters()) {
        text += std::string(parameter.key) + "\n";
        text += indented(std::string(parameter.text) + (parameter.varies ? " (differs between people)" : ""), 4);
        text += indented(preset::expected(parameter) + "; default " + default_text(parameter), 4);
        if (parameter.key == level_table_key) text += columns_text();
    }
    return text;
}

Json keys_json() {
    Json list = Json::array();
    for (const Parameter& parameter : parameters()) list.push_back(key_json(parameter));
    return list;
}

}  // namespace synovia::cli
