// What is written in ASCII, as a screen with more characters can show it.
#pragma once
#include <string>

namespace synovia::cli {

/// "280 um" -> "280 µm", "3x10^-13 m3/Pa" -> "3·10^-13 m³/Pa": as many characters as before, all of
/// them Latin; "..." at the end becomes one.
std::string typeset(const std::string& text);

}  // namespace synovia::cli
