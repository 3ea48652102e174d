#include "audio/measure/pops.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace synovia::audio {
namespace {

constexpr double step_s = 0.25e-3;
constexpr double window_s = 6e-3;
constexpr double threshold = 0.01;  // -20 dB of the highest power
constexpr double fall = 0.25;       // -6 dB

/// Power on a uniform time line; point i lies at (i + 1/2) step_s.
struct Envelope {
    double step_s;
    std::vector<double> power;
};

/// Mean square of each step.
Envelope step_power(std::span<const double> samples, double sample_rate_hz) {
    Envelope envelope{std::max(step_s, 1.0 / sample_rate_hz), {}};
    const double samples_per_step = envelope.step_s * sample_rate_hz;
    for (std::size_t n = 0; n < samples.size();) {
        const auto end =
            static_cast<std::size_t>(std::floor(static_cast<double>(envelope.power.size() + 1) * samples_per_step));
        const std::size_t last = std::clamp(end, n + 1, samples.size());
        double sum = 0.0;
        for (std::size_t i = n; i < last; ++i) sum += samples[i] * samples[i];
        envelope.power.push_back(sum / static_cast<double>(last - n));
        n = last;
    }
    return envelope;
}

/// Weights every point and its neighbours with a Hann window; zeros beyond the ends.
Envelope smooth(const Envelope& rough) {
    const auto reach = std::max<std::ptrdiff_t>(1, std::lround(window_s / 2.0 / rough.step_s));
    const auto size = static_cast<std::ptrdiff_t>(rough.power.size());
    std::vector<double> window;
    for (std::ptrdiff_t j = 0; j <= reach; ++j)
        window.push_back(0.5 + 0.5 * std::cos(std::numbers::pi * static_cast<double>(j) / static_cast<double>(reach)));
    Envelope envelope{rough.step_s, std::vector<double>(rough.power.size())};
    for (std::ptrdiff_t i = 0; i < size; ++i)
        for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(-reach, -i); j <= reach && i + j < size; ++j)
            envelope.power[static_cast<std::size_t>(i)] +=
                window[static_cast<std::size_t>(std::abs(j))] * rough.power[static_cast<std::size_t>(i + j)];
    return envelope;
}

}  // namespace

std::vector<double> find_pops(std::span<const double> samples, double sample_rate_hz) {
    const Envelope envelope = smooth(step_power(samples, sample_rate_hz));
    const auto& power = envelope.power;
    if (power.empty()) return {};
    const double least = threshold * *std::max_element(power.begin(), power.end());
    if (!(least > 0.0)) return {};

    std::vector<double> times;
    const double last_s = static_cast<double>(samples.size() - 1) / sample_rate_hz;  // a step may be longer than all
    const auto keep = [&](std::size_t top) {
        if (power[top] >= least) times.push_back(std::min((static_cast<double>(top) + 0.5) * envelope.step_s, last_s));
    };
    // Climbs to a top until the power has fallen by 6 dB from it, then descends until it has risen by 6 dB again.
    bool climbing = true;
    std::size_t extreme = 0;
    for (std::size_t i = 1; i < power.size(); ++i) {
        if (climbing ? power[i] > power[extreme] : power[i] < power[extreme]) extreme = i;
        if (climbing ? power[i] >= fall * power[extreme] : fall * power[i] <= power[extreme]) continue;
        if (climbing) keep(extreme);
        climbing = !climbing;
        extreme = i;
    }
    if (climbing) keep(extreme);
    return times;
}

}  // namespace synovia::audio
