// JSON as text, and the head of every file of ours.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace synovia::studio {

/// JSON text with an end of line. It is ASCII, so that a terminal shows it and obeys nothing in it; text that is no
/// UTF-8, such as an odd file name, is made so.
std::string json_text(const nlohmann::ordered_json& json);

/// What every file of ours begins with: schema, program and version.
nlohmann::ordered_json schema_json();

}  // namespace synovia::studio
