// JSON that a person or another program may have changed, read the same way everywhere.
#pragma once
#include <cstddef>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace synovia::preset {

inline constexpr int deepest_json = 64;  ///< brackets within brackets

struct TextPlace {
    std::size_t line = 1, column = 1;
};

/// Where keys stand, by their paths: "section" and "section.name" of the outermost object and the objects in it, and
/// what a scenario or an "about" in a list holds, "joints[2].scenario.kind".
using KeyPlaces = std::map<std::string, TextPlace>;

/// Reads JSON; a byte order mark in front is passed over. Throws Error at the place of the first fault: syntax, text
/// that is no UTF-8, a number beyond all doubles, a key that is given twice, nesting beyond deepest_json.
nlohmann::ordered_json read_json(std::string_view text, const std::string& file);

/// The same, and where its keys stand.
nlohmann::ordered_json read_json(std::string_view text, const std::string& file, KeyPlaces& places);

/// A JSON file of our own, side-car or score: read_json(), an object, and of a `schema` that this version knows. One
/// that names none is taken for the first, as `presets NAME --format json` writes it.
nlohmann::ordered_json read_own_json(std::string_view text, const std::string& file, KeyPlaces& places);
nlohmann::ordered_json read_own_json(std::string_view text, const std::string& file);

}  // namespace synovia::preset
