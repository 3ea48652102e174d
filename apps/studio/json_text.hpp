// JSON as text, and back from text that anybody may have written.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace synovia::studio {

/// JSON text with an end of line. Text that is no UTF-8, such as an odd file name, is made so.
std::string json_text(const nlohmann::ordered_json& json);

inline constexpr int deepest_json = 64;  ///< lists and objects within each other

/// Throws nlohmann::json::exception for what is no JSON, std::out_of_range for what is nested too deeply.
nlohmann::ordered_json read_json(std::string_view text);

/// What every file of ours begins with: schema, program and version.
nlohmann::ordered_json schema_json();
/// Throws std::out_of_range unless it is an object of a schema that this version knows.
void require_schema(const nlohmann::ordered_json& json);

}  // namespace synovia::studio
