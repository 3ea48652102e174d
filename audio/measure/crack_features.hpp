// What a crack is like, in the numbers in which recorded cracks were measured.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace synovia::audio {

/// Band of frequencies [Hz].
struct CrackBand {
    std::string_view name;
    double low_hz, high_hz;
};
inline constexpr CrackBand whole_crack_band{"0.1-11 kHz", 100.0, 11000.0};
inline constexpr std::array crack_bands{
    CrackBand{"0.1-0.3 kHz", 100.0, 300.0},  CrackBand{"0.3-0.8 kHz", 300.0, 800.0},
    CrackBand{"0.8-1.2 kHz", 800.0, 1200.0}, CrackBand{"1.2-2.5 kHz", 1200.0, 2500.0},
    CrackBand{"2.5-4 kHz", 2500.0, 4000.0},  CrackBand{"4-6 kHz", 4000.0, 6000.0},
    CrackBand{"6-8 kHz", 6000.0, 8000.0},    CrackBand{"8-11 kHz", 8000.0, 11000.0},
    CrackBand{"4-11 kHz", 4000.0, 11000.0}};

/// Interval of time, counted from the top of the envelope [s].
struct CrackInterval {
    std::string_view name;
    double begin_s, end_s;
};
inline constexpr std::array crack_intervals{CrackInterval{"0.8-1.6 ms before the top", -1.6e-3, -0.8e-3},
                                            CrackInterval{"0.5-1 ms after the top", 0.5e-3, 1e-3},
                                            CrackInterval{"1-2 ms", 1e-3, 2e-3},
                                            CrackInterval{"2-3 ms", 2e-3, 3e-3},
                                            CrackInterval{"4-6 ms", 4e-3, 6e-3},
                                            CrackInterval{"9-11 ms", 9e-3, 11e-3}};

inline constexpr double crack_floor_db = -120.0;  ///< what is less, or nothing, reads as this

/// Of crack_window(), but for the pulses, which are those of the whole sound.
struct CrackFeatures {
    std::array<double, crack_bands.size()> share_db;         ///< energy of a band re that of whole_crack_band
    double centroid_hz = 0.0;                                ///< mean frequency weighted by energy, whole_crack_band
    double hump_hz = 0.0;                                    ///< largest energy from 500 Hz to 11 kHz, smoothed
    double duration_s = 0.0;                                 ///< from 5 % to 95 % of the energy
    std::array<double, crack_intervals.size()> envelope_db;  ///< mean power of an interval re the top of the envelope
    std::size_t pulses = 0;                                  ///< at least 1
    std::optional<double> spacing_s;                         ///< median distance of neighbouring pulses; of two or more
    bool loudest_is_first = true;                            ///< of the pulses
    double crest_db = 0.0;                                   ///< peak re root mean square
    double peak = 0.0;                                       ///< largest magnitude, in the unit of the samples
};

/// Measures one crack; absent for silence and for a sound with nothing in whole_crack_band. The definitions, with their
/// reasons, are in audio/README.md. Precondition: 22.05 kHz or more.
std::optional<CrackFeatures> crack_features(std::span<const double> samples, double sample_rate_hz);

}  // namespace synovia::audio
