// Everything that a preset or --set may set, from the one table of parameters.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace synovia::cli {

/// A line for each key with its default and what it takes, and what it is below.
std::string key_table();

/// A list of objects: key, kinds, unit, type, min, max, choices, optional, default (of each kind), varies, text; of the
/// table of levels also columns.
nlohmann::ordered_json keys_json();

}  // namespace synovia::cli
