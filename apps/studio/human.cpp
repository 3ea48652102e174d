#include "apps/studio/human.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "audio/core/level.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {

namespace {

constexpr int digits_shown = 4;

/// The multiple of three that brings the value between 1 and 1000.
int exponent_by_three(double value) {
    if (value == 0.0 || !std::isfinite(value)) return 0;
    // Rounded first, so that 999.96 becomes "1 k" and not "1000".
    const double rounded = std::stod(significant(value, digits_shown));
    return 3 * static_cast<int>(std::floor(std::log10(std::abs(rounded)) / 3.0 + 1e-12));
}

/// A unit that its prefix does not suit, and what stands for it.
struct InUse {
    std::string_view unit, shown;
    double per_unit;
    bool prefix;
};

constexpr std::array<InUse, 9> in_use_table{{
    {"kg", "g", 1e3, true},
    {"m2", "mm2", 1e6, false},
    {"m3", "mm3", 1e9, false},
    {"m3/Pa", "mm3/kPa", 1e12, false},
    {"m2/s", "mm2/s", 1e6, false},
    {"kg/m3", "kg/m3", 1.0, false},
    {"J/mol K", "J/mol K", 1.0, false},
    {"K", "K", 1.0, false},
    {"deg", "deg", 1.0, false},
}};

}  // namespace

std::string significant(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*g", digits, value + 0.0);  // -0 + 0 is 0
    return text.data();
}

std::string with_prefix(double value, std::string_view unit) {
    constexpr std::array<std::string_view, 9> prefixes{"p", "n", "u", "m", "", "k", "M", "G", "T"};
    constexpr int smallest = -12;
    constexpr int largest = 12;
    const int exponent = exponent_by_three(value);
    if (unit == "s" && exponent > 0) return significant(value, 7).append(" s");  // nobody counts in kiloseconds
    if (exponent < smallest) return std::string("0 ").append(unit);
    if (exponent > largest) return with_power(value, unit);
    const auto prefix = prefixes[static_cast<std::size_t>((exponent - smallest) / 3)];
    return significant(value / std::pow(10.0, exponent), digits_shown).append(" ").append(prefix).append(unit);
}

std::string in_use(double value, std::string_view unit) {
    const auto row = std::find_if(in_use_table.begin(), in_use_table.end(),
                                  [&](const InUse& candidate) { return candidate.unit == unit; });
    if (row == in_use_table.end()) return unit.empty() ? with_power(value, unit) : with_prefix(value, unit);
    return row->prefix ? with_prefix(value * row->per_unit, row->shown) : with_power(value * row->per_unit, row->shown);
}

std::string with_power(double value, std::string_view unit) {
    std::string text = significant(value, digits_shown);
    if (text.find('e') != std::string::npos) {
        const int exponent = exponent_by_three(value);
        text = significant(value / std::pow(10.0, exponent), digits_shown) + "x10^" + std::to_string(exponent);
    }
    return unit.empty() ? text : text.append(" ").append(unit);
}

std::string sound_pressure(double value_pa) {
    const double size = std::abs(value_pa);
    return size >= 0.1 && size < 1000.0 ? significant(value_pa, 3).append(" Pa") : with_prefix(value_pa, "Pa");
}

std::string peak_level_text(double pressure_pa, Kind kind) {
    if (row_of(kind).heard_in_air) return decibel_text(audio::db_spl(pressure_pa)) + " SPL peak";
    return decibel_text(audio::db_re_micropascal(pressure_pa)) + " re 1 uPa peak";
}

std::string decibel_text(double level_db) {
    std::array<char, 64> text{};
    const bool is_zero = std::abs(level_db) < 0.05;  // and has no sign
    std::snprintf(text.data(), text.size(), "%.1f dB", is_zero ? 0.0 : level_db);
    return std::isfinite(level_db) ? text.data() : "-inf dB";
}

}  // namespace synovia::studio
