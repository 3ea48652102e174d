// Side-car JSON -> Document.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "apps/preset/document.hpp"
#include "apps/preset/json_reader.hpp"
#include "apps/preset/problem.hpp"
#include "apps/preset/text.hpp"

namespace synovia::preset {
namespace {

using Json = nlohmann::ordered_json;

[[noreturn]] void refuse(const std::string& file, TextPlace place, std::string message) {
    throw Error({{file, place.line, place.column, "", std::move(message)}});
}

RawValue to_list(const Json& list) {
    const auto all = [&](auto test) { return std::all_of(list.begin(), list.end(), test); };
    if (all([](const Json& x) { return x.is_number(); })) return list.get<std::vector<double>>();
    if (all([](const Json& x) { return x.is_string(); })) return list.get<std::vector<std::string>>();
    return Other{"a list of mixed or nested values"};
}

RawValue to_value(const Json& value) {
    if (value.is_number()) return value.get<double>();
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_string()) return value.get<std::string>();
    if (value.is_null()) return Absent{};
    if (value.is_array()) return to_list(value);
    return Other{"an object"};
}

std::string several_joints(std::size_t count) {
    return "a mix of " + std::to_string(count) + " joints, and one is wanted here; render and play take a mix";
}

/// Of a key that the reader kept no place of, none.
TextPlace place_of(const KeyPlaces& places, const std::string& path) {
    const auto found = places.find(path);
    return found == places.end() ? TextPlace{0, 0} : found->second;
}

}  // namespace

Document sidecar_document(const Json& object, const std::string& path, const KeyPlaces& places,
                          const std::string& file) {
    const std::string prefix = path.empty() ? "" : path + ".";
    if (!object.contains("scenario")) refuse(file, {0, 0}, "no preset: this JSON holds no object \"scenario\"");
    Document document{file, true, {}};
    for (const std::string section : {"about", "scenario"}) {
        if (!object.contains(section)) continue;
        if (!object[section].is_object())
            refuse(file, place_of(places, prefix + section), in_quotes(section) + " is not an object");
        for (const auto& [name, value] : object[section].items()) {
            const TextPlace place = place_of(places, prefix + section + "." + name);
            if (section == "scenario" && name == "extends") refuse(file, place, "a side-car extends nothing");
            document.entries.push_back(
                {section == "about" ? "about." + name : name, to_value(value), place.line, place.column});
        }
    }
    return document;
}

Document parse_sidecar(std::string_view text, const std::string& file) {
    KeyPlaces places;
    const Json root = read_own_json(text, file, places);
    if (root.contains("joints")) refuse(file, places["joints"], several_joints(root["joints"].size()));
    return sidecar_document(root, "", places, file);
}

}  // namespace synovia::preset
