// Numbers as people read them.
#pragma once
#include <string>
#include <string_view>

#include "solver/scenario.hpp"

namespace synovia::studio {

/// Four significant digits and an SI prefix: (0.0683, "s") -> "68.3 ms", (-1.2e5, "Pa") -> "-120 kPa",
/// but (1200, "s") -> "1200 s".
std::string with_prefix(double value, std::string_view unit);

/// The same in the units that people use: (0.03, "kg") -> "30 g", (2e11, "Pa s/m3") -> "200 GPa s/m3", (3e-13, "m3/Pa")
/// -> "0.3 mm3/kPa", (70, "deg") -> "70 deg".
std::string in_use(double value, std::string_view unit);

/// Four significant digits and the unit; a power of ten, written out, where that reads better: (1e20, "Pa") ->
/// "100x10^18 Pa", (0.03, "kg") -> "0.03 kg".
std::string with_power(double value, std::string_view unit);

/// `digits` significant digits without an exponent where that is readable: (0.61614, 3) -> "0.616".
std::string significant(double value, int digits);

/// A sound pressure: in pascal where that is readable, (0.6163) -> "0.616 Pa".
std::string sound_pressure(double value_pa);

/// The peak level of a sound pressure as its medium's listeners give it: "89.8 dB SPL peak" in air, "220.1 dB re 1 uPa
/// peak" in the liquid around a free bubble.
std::string peak_level_text(double pressure_pa, Kind kind);

/// "-12.3 dB"; "-inf dB" for no level at all.
std::string decibel_text(double level_db);

}  // namespace synovia::studio
