#include "apps/studio/human.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "audio/core/level.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {

namespace {

constexpr int digits = 4;

/// The multiple of three that brings the value between 1 and 1000.
int exponent_by_three(double value) {
    if (value == 0.0 || !std::isfinite(value)) return 0;
    // Rounded first, so that 999.96 becomes "1 k" and not "1000".
    const double rounded = std::stod(significant(value, digits));
    return 3 * static_cast<int>(std::floor(std::log10(std::abs(rounded)) / 3.0 + 1e-12));
}

}  // namespace

std::string significant(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*g", digits, value);
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
    return significant(value / std::pow(10.0, exponent), digits).append(" ").append(prefix).append(unit);
}

std::string with_power(double value, std::string_view unit) {
    std::string text = significant(value, digits);
    if (text.find('e') != std::string::npos) {
        const int exponent = exponent_by_three(value);
        text = significant(value / std::pow(10.0, exponent), digits) + "x10^" + std::to_string(exponent);
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
    std::snprintf(text.data(), text.size(), "%.1f dB", level_db);
    return std::isfinite(level_db) ? text.data() : "-inf dB";
}

}  // namespace synovia::studio
