// A mono sound on a uniform time line: the first audio type.
#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

namespace synovia::audio {

/// Sample n belongs to the instant start_time_s + n / sample_rate_hz.
struct Signal {
    double sample_rate_hz = 48000.0;
    double start_time_s = 0.0;
    std::vector<double>
        samples;  ///< pascal at the listener until it is levelled (audio/level.hpp), then full scale = 1
};

/// Largest magnitude among the samples; 0 for silence and for no samples at all.
inline double sample_peak(const Signal& signal) {
    double peak = 0.0;
    for (const double x : signal.samples) peak = std::max(peak, std::abs(x));
    return peak;
}

/// Is there nothing to hear: every sample exactly zero, or none?
inline bool is_silent(const Signal& signal) { return sample_peak(signal) == 0.0; }

}  // namespace synovia::audio
