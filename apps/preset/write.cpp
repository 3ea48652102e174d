#include "apps/preset/write.hpp"

#include <nlohmann/json.hpp>
#include <type_traits>

#include "apps/preset/keys.hpp"
#include "apps/preset/tables.hpp"
#include "apps/preset/text.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia::preset {
namespace {

using Json = nlohmann::ordered_json;

Json names_of(const LevelSet& levels) {
    Json names = Json::array();
    for (std::size_t i = 0; i < levels.size(); ++i)
        if (levels[i]) names.push_back(spine_level_names[i]);
    return names;
}

Json value_of(const Scenario& scenario, const Parameter& parameter) {
    const auto read = [&](const auto& access) -> Json {
        using AccessType = std::remove_cvref_t<decltype(access)>;
        if constexpr (std::is_same_v<AccessType, ChoiceAccess>) {
            return access.names[static_cast<std::size_t>(access.get(scenario))];
        } else if constexpr (std::is_same_v<AccessType, MemberAccess<std::optional<double>>>) {
            return access(scenario) ? Json(*access(scenario)) : Json();
        } else if constexpr (std::is_same_v<AccessType, MemberAccess<LevelSet>>) {
            return names_of(access(scenario));
        } else {
            return access(scenario);
        }
    };
    return std::visit(read, parameter.access);
}

/// A number always with a point or an exponent, so that TOML takes it for a float whatever its size.
std::string toml_number(double value) {
    const std::string digits = exact(value);
    return digits.find_first_of(".en") == std::string::npos ? digits + ".0" : digits;
}

/// JSON and TOML write texts, truth values and short lists alike, except that TOML has no null.
std::string toml_value(const Json& value) {
    if (value.is_null()) return "\"none\"";
    if (value.is_number()) return toml_number(value.get<double>());
    if (!value.is_array()) return value.dump();
    std::string items;
    for (const Json& item : value) items += "    " + toml_value(item) + ",\n";
    return items.empty() ? "[]" : "[\n" + items + "]";
}

std::string section_of(const std::string& key) { return key.substr(0, key.rfind('.')); }

}  // namespace

Json to_json(const Scenario& scenario) {
    Json object;
    object["kind"] = row_of(scenario.kind).name;
    for (const Parameter& parameter : parameters()) {
        if (!applies(parameter, scenario.kind)) continue;
        object[std::string(parameter.key)] = value_of(scenario, parameter);
        const Table* table = find_table(parameter.key);
        if (table == nullptr) continue;
        const Columns columns = table->get(scenario);
        if (is_empty(columns)) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) object[table->list_keys[i]] = columns[i];
    }
    return object;
}

Json to_json(const About& about) {
    Json object{{"title", about.title}, {"shows", about.shows}};
    if (!about.use.empty()) object["use"] = about.use;
    object["sources"] = about.sources;
    return object;
}

std::string to_toml(const Scenario& scenario, const About& about) {
    Json object = to_json(scenario);
    std::string text = "schema = " + std::to_string(schema_version) + "\nkind = " + toml_value(object["kind"]) + "\n";
    object.erase("kind");
    std::string section;
    const auto write = [&](const std::string& key, const Json& value) {
        if (section_of(key) != section) text += "\n[" + (section = section_of(key)) + "]\n";
        text += key.substr(section.size() + 1) + " = " + toml_value(value) + "\n";
    };
    const Json about_object = to_json(about);
    for (const auto& [name, value] : about_object.items()) write("about." + name, value);
    for (const auto& [key, value] : object.items()) write(key, value);
    return text;
}

}  // namespace synovia::preset
