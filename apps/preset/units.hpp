// Quantities as people type them: "0.2um", "300 ms", "3 uL/atm", "25%".
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace synovia::preset {

/// The value in `unit`, given a number and optionally any unit of the same dimension (a bare number is in `unit`).
/// `unit` is written as in the parameter table: "m", "Pa s", "m3/Pa"; empty for a pure number, which takes "%".
/// Powers of ten are exact: "0.3um" in "m" is the double nearest to 3e-7.
/// Throws std::invalid_argument, which says what was given and lists what fits, for anything else.
double parse_quantity(std::string_view text, std::string_view unit);

/// The same for several quantities parted by commas; an empty text is an empty list.
std::vector<double> parse_quantities(std::string_view text, std::string_view unit);

/// The ending that a key with this unit carries: "pa_s_m3" for "Pa s/m3"; empty for a pure number.
std::string unit_suffix(std::string_view unit);

}  // namespace synovia::preset
