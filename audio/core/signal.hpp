// A sound of one or more channels on a uniform time line: the first audio type.
#pragma once
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace synovia::audio {

inline constexpr std::size_t most_channels = 64;

/// Frame n, one sample for each channel, belongs to the instant start_time_s + n / sample_rate_hz.
struct Signal {
    double sample_rate_hz = 48000.0;
    double start_time_s = 0.0;
    std::vector<double> samples;  ///< pascal at the listener until it is levelled (audio/core/level.hpp), then full
                                  ///< scale = 1; channels interleaved
    std::size_t channels = 1;     ///< 1 to most_channels

    std::size_t frames() const { return samples.size() / channels; }
    double at(std::size_t frame, std::size_t channel) const { return samples[frame * channels + channel]; }
    double& at(std::size_t frame, std::size_t channel) { return samples[frame * channels + channel]; }
};

/// One channel alone. Precondition: there is such a channel.
inline Signal channel(const Signal& signal, std::size_t index) {
    Signal one{signal.sample_rate_hz, signal.start_time_s, {}};
    one.samples.reserve(signal.frames());
    for (std::size_t n = 0; n < signal.frames(); ++n) one.samples.push_back(signal.at(n, index));
    return one;
}

/// The channel with the most energy alone.
inline Signal loudest_channel(const Signal& signal) {
    std::vector<double> energy(signal.channels);
    for (std::size_t i = 0; i < signal.samples.size(); ++i)
        energy[i % signal.channels] += signal.samples[i] * signal.samples[i];
    return channel(signal, static_cast<std::size_t>(std::max_element(energy.begin(), energy.end()) - energy.begin()));
}

/// Largest magnitude among the samples; 0 for none.
inline double peak_of(std::span<const double> samples) {
    double peak = 0.0;
    for (const double x : samples) peak = std::max(peak, std::abs(x));
    return peak;
}

/// Largest magnitude among the samples of all channels; 0 for silence and for no samples at all.
inline double sample_peak(const Signal& signal) { return peak_of(signal.samples); }

/// Is there nothing to hear: every sample exactly zero, or none?
inline bool is_silent(const Signal& signal) { return sample_peak(signal) == 0.0; }

}  // namespace synovia::audio
