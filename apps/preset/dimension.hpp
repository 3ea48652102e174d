// Units of measurement by dimension: what "kPa*s/uL" is in SI.
#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace synovia::preset {

/// Powers of metre, kilogram, second, kelvin and radian.
using Dimension = std::array<int, 5>;

/// factor * 10^exponent SI units. Decimal powers are kept apart so that they stay exact.
struct Unit {
    Dimension dimension{};
    double factor = 1.0;
    int exponent = 0;
};

/// Factors parted by spaces, "*" or "/" (which holds for all that follow it), each a symbol with or without a prefix
/// and at most one digit of power: "m3/Pa", "N s/m", "mm^2". Empty: the pure number 1. nullopt for anything else.
std::optional<Unit> parse_unit(std::string_view text);

/// The symbols of a dimension, separated by commas, without `except`; each preceded by ", ".
std::string other_symbols(const Dimension& dimension, std::string_view except);

}  // namespace synovia::preset
