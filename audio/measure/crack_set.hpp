// What the cracks of one hand have in common, and how much they differ.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "audio/measure/crack_features.hpp"

namespace synovia::audio {

/// Mean and standard deviation (n - 1 in the denominator; 0 for one value) of what was there to measure.
struct Spread {
    std::size_t count = 0;
    double mean = 0.0;
    double deviation = 0.0;
};
Spread spread(const std::vector<double>& values);

struct CrackSet {
    std::array<Spread, crack_bands.size()> share_db;
    Spread centroid_hz, hump_hz, duration_s;
    std::array<Spread, crack_intervals.size()> envelope_db;
    Spread pulses, spacing_s, crest_db;
    Spread level_db_spl;   ///< peak re 20 uPa, of sounds in pascal
    Spread first_loudest;  ///< 1 where the loudest pulse is the first, else 0
    Spread correlation;    ///< largest_correlation() of the windows, over all pairs
};

/// The cracks that are not silent, put together. `sounds`: one crack each [Pa].
CrackSet crack_set(const std::vector<std::vector<double>>& sounds, double sample_rate_hz);

}  // namespace synovia::audio
