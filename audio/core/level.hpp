// From pascal to full scale: what a sample of 1.0 stands for.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

inline constexpr double reference_pressure_pa = 20e-6;  ///< 0 dB SPL, ISO 1683

enum class LevelMode {
    true_peak,   ///< the loudest instant, also between samples, at value_db below full scale (dBTP)
    calibrated,  ///< full scale is value_db dB SPL, peak: 120 dB is exactly 20 Pa
    pascal       ///< 1.0 is 1 Pa; may exceed full scale, so for float files only
};

struct Level {
    LevelMode mode = LevelMode::true_peak;
    double value_db = -1.0;  ///< unused for pascal
};

/// Reads "truepeak:DB" (-120 to 0), "cal:DB" (0 to 200), "pa"; "truepeak" alone means -1.
/// Throws std::invalid_argument that says what was given and what is allowed.
Level parse_level(std::string_view text);

/// The text parse_level reads back as the same level.
std::string to_text(const Level& level);

/// Full scale per pascal: the factor that levels this signal. Silence has no peak: 1 in mode true_peak.
double level_gain(const SparseSignal& signal_pa, const Level& level);

/// The signal times a factor.
Signal scaled(Signal signal, double factor);
SparseSignal scaled(SparseSignal signal, double factor);

/// Samples beyond full scale, |x| > 1: a file of integers clips them, and the caller warns.
std::size_t count_beyond_full_scale(const SparseSignal& signal);

/// 20 lg |x|; -infinity for 0.
double decibels(double x);
/// Its inverse: the factor that changes a level by this much.
double factor_of(double level_db);
/// Level of a pressure [dB SPL, re 20 uPa], as in air; of a peak pressure it is a peak level.
double db_spl(double pressure_pa);
/// The same as in water [dB re 1 uPa]: 26.02 dB more.
double db_re_micropascal(double pressure_pa);

}  // namespace synovia::audio
