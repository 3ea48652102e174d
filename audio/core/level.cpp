#include "audio/core/level.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <locale>
#include <optional>
#include <sstream>
#include <stdexcept>

#include "audio/core/true_peak.hpp"

namespace synovia::audio {
namespace {

constexpr double lowest_peak_dbtp = -120.0, highest_peak_dbtp = 0.0;
constexpr double lowest_full_scale_db = 0.0, highest_full_scale_db = 200.0;

/// The number that is all of the text, whatever the user's locale.
std::optional<double> number(std::string_view text) {
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    double value = 0.0;
    if (!(stream >> std::noskipws >> value) || stream.peek() != std::istringstream::traits_type::eof()) return {};
    return value;
}

bool starts_with(std::string_view text, std::string_view prefix) { return text.substr(0, prefix.size()) == prefix; }

}  // namespace

Level parse_level(std::string_view text) {
    if (text == "pa") return {LevelMode::pascal, 0.0};
    if (text == "truepeak") return {};
    const bool peak = starts_with(text, "truepeak:");
    if (peak || starts_with(text, "cal:")) {
        const auto value = number(text.substr(text.find(':') + 1));
        if (value && peak && *value >= lowest_peak_dbtp && *value <= highest_peak_dbtp)
            return {LevelMode::true_peak, *value};
        if (value && !peak && *value >= lowest_full_scale_db && *value <= highest_full_scale_db)
            return {LevelMode::calibrated, *value};
    }
    throw std::invalid_argument(
        "level \"" + std::string(text) +
        "\" is none of: truepeak:DB with DB from -120 to 0 (peak in dBTP), cal:DB with DB from 0 "
        "to 200 (full scale in dB SPL peak), pa (1.0 = 1 Pa)");
}

std::string to_text(const Level& level) {
    if (level.mode == LevelMode::pascal) return "pa";
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text.precision(std::numeric_limits<double>::max_digits10);
    text << (level.mode == LevelMode::true_peak ? "truepeak:" : "cal:") << level.value_db;
    return text.str();
}

double level_gain(const SparseSignal& signal_pa, const Level& level) {
    const double factor = factor_of(level.value_db);
    switch (level.mode) {
        case LevelMode::pascal:
            return 1.0;
        case LevelMode::calibrated:
            return 1.0 / (reference_pressure_pa * factor);
        case LevelMode::true_peak:
            break;
    }
    const double peak = true_peak(signal_pa);
    return peak == 0.0 ? 1.0 : factor / peak;
}

Signal scaled(Signal signal, double factor) {
    for (double& x : signal.samples) x *= factor;
    return signal;
}

SparseSignal scaled(SparseSignal signal, double factor) {
    for (Piece& piece : signal.pieces)
        for (double& x : piece.samples) x *= factor;
    return signal;
}

std::size_t count_beyond_full_scale(const SparseSignal& signal) {
    const auto beyond = [](double x) { return std::abs(x) > 1.0; };
    std::ptrdiff_t count = 0;
    for (const Piece& piece : signal.pieces) count += std::count_if(piece.samples.begin(), piece.samples.end(), beyond);
    return static_cast<std::size_t>(count);
}

double factor_of(double level_db) { return std::pow(10.0, level_db / 20.0); }

double decibels(double x) { return 20.0 * std::log10(std::abs(x)); }

double db_spl(double pressure_pa) { return decibels(pressure_pa / reference_pressure_pa); }

double db_re_micropascal(double pressure_pa) { return decibels(pressure_pa / 1e-6); }

}  // namespace synovia::audio
