#include "apps/studio/human.hpp"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "audio/core/level.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {

std::string significant(double value, int digits) {
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.*g", digits, value);
    return text.data();
}

std::string with_prefix(double value, std::string_view unit) {
    constexpr std::array<std::string_view, 9> prefixes{"p", "n", "u", "m", "", "k", "M", "G", "T"};
    constexpr int smallest = -12;
    constexpr int largest = 12;
    constexpr int digits = 4;
    int exponent = 0;
    if (value != 0.0 && std::isfinite(value)) {
        // Rounded first, so that 999.96 becomes "1 k" and not "1000".
        const double rounded = std::strtod(significant(value, digits).c_str(), nullptr);
        exponent = 3 * static_cast<int>(std::floor(std::log10(std::abs(rounded)) / 3.0 + 1e-12));
    }
    if (exponent < smallest) return std::string("0 ").append(unit);
    exponent = std::min(exponent, largest);
    const auto prefix = prefixes[static_cast<std::size_t>((exponent - smallest) / 3)];
    return significant(value / std::pow(10.0, exponent), digits).append(" ").append(prefix).append(unit);
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
