#include "audio/live/limiter.hpp"

#include <algorithm>
#include <cmath>

namespace synovia::audio {

static_assert(((Limiter::delay + 1) & Limiter::delay) == 0, "positions are taken modulo a power of two");

Limiter::Limiter(std::size_t channels)
    : channels_(channels), input_(window * channels), sum_(static_cast<std::uint64_t>(window) * unit) {
    held_.fill(unit);
}

/// Minimum of the last `window` values: those that a later, smaller one has made irrelevant are dropped.
std::uint32_t Limiter::least_needed(std::uint32_t needed) {
    while (last_ > first_ && candidates_[(last_ - 1) % window].gain >= needed) --last_;
    if (last_ > first_ && candidates_[first_ % window].n + window <= n_) ++first_;
    candidates_[last_++ % window] = {n_, needed};
    return candidates_[first_ % window].gain;
}

void Limiter::process(std::span<float> frame) {
    double magnitude = 0.0;
    for (float& x : frame) {
        if (!std::isfinite(x)) x = 0.0F;
        magnitude = std::max(magnitude, std::abs(static_cast<double>(x)));
    }
    // Rounded down, so that the product stays below 1.
    const std::uint32_t needed = magnitude > 1.0 ? static_cast<std::uint32_t>(unit / magnitude) : unit;
    const std::uint32_t least = least_needed(needed);
    hold_ = std::min(least, hold_ + unit / release_samples);

    const std::size_t slot = n_ % window;
    sum_ = sum_ - held_[slot] + hold_;
    held_[slot] = hold_;
    std::copy(frame.begin(), frame.end(), &input_[slot * channels_]);
    ++n_;
    constexpr double scale = 1.0 / (static_cast<double>(window) * unit);
    const double gain = static_cast<double>(sum_) * scale;
    const float* oldest = &input_[n_ % window * channels_];
    for (std::size_t c = 0; c < channels_; ++c) frame[c] = static_cast<float>(oldest[c] * gain);
}

}  // namespace synovia::audio
