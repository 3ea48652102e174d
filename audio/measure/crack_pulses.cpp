#include "audio/measure/crack_pulses.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace synovia::audio {
namespace {

constexpr double corner_hz = 800.0;
constexpr double sigma_s = 0.15e-3;
constexpr double reach_s = 10e-3;
constexpr double least_height = 0.19952623149688797;  // -14 dB
constexpr double least_prominence = 0.08;
constexpr double least_distance_s = 0.6e-3;

/// y[n] = b0 x[n] + b1 x[n-1] + b2 x[n-2] - a1 y[n-1] - a2 y[n-2]
struct Biquad {
    double b0, b1, b2, a1, a2;
};

/// s^2/(s^2 + sqrt2 s + 1) through s = tan(pi corner/rate)^-1 (1 - z^-1)/(1 + z^-1) (Oppenheim & Schafer section 7.2).
Biquad butterworth_high_pass(double corner, double rate_hz) {
    const double k = std::tan(std::numbers::pi * corner / rate_hz);
    const double norm = 1.0 / (1.0 + std::numbers::sqrt2 * k + k * k);
    return {norm, -2.0 * norm, norm, 2.0 * (k * k - 1.0) * norm, (1.0 - std::numbers::sqrt2 * k + k * k) * norm};
}

void filter(const Biquad& f, std::vector<double>& x) {
    double x1 = 0.0, x2 = 0.0, y1 = 0.0, y2 = 0.0;
    for (double& value : x) {
        const double y = f.b0 * value + f.b1 * x1 + f.b2 * x2 - f.a1 * y1 - f.a2 * y2;
        x2 = x1, x1 = value, y2 = y1, y1 = y;
        value = y;
    }
}

/// How far the top stands above the higher of the lowest points between it and anything higher on either side; beyond
/// the ends there is silence.
double prominence(std::span<const double> x, std::size_t top) {
    double left = x[top], right = x[top];
    std::size_t before = top, after = top + 1;
    for (; before > 0 && x[before - 1] <= x[top]; --before) left = std::min(left, x[before - 1]);
    for (; after < x.size() && x[after] <= x[top]; ++after) right = std::min(right, x[after]);
    return x[top] - std::max(before == 0 ? 0.0 : left, after == x.size() ? 0.0 : right);
}

/// Places of the tops of at least this height from `first` to before `last`.
std::vector<std::size_t> tops(std::span<const double> x, std::size_t first, std::size_t last, double height) {
    std::vector<std::size_t> places;
    for (std::size_t i = first; i < last; ++i)
        if (x[i] >= height && (i == 0 || x[i] > x[i - 1]) && (i + 1 == x.size() || x[i] >= x[i + 1]))
            places.push_back(i);
    return places;
}

/// From the highest down, each takes the place of those nearer than `distance`.
std::vector<std::size_t> thinned(std::span<const double> x, std::vector<std::size_t> places, double distance) {
    std::sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return x[a] > x[b]; });
    std::vector<std::size_t> kept;
    for (const std::size_t place : places) {
        const auto near = [&](std::size_t other) {
            return std::abs(static_cast<double>(place) - static_cast<double>(other)) < distance;
        };
        if (std::none_of(kept.begin(), kept.end(), near)) kept.push_back(place);
    }
    std::sort(kept.begin(), kept.end());
    return kept;
}

}  // namespace

std::vector<double> gaussian_power(std::span<const double> samples, double sample_rate_hz, double sigma) {
    const double width = sigma * sample_rate_hz;
    const auto reach = static_cast<std::ptrdiff_t>(std::ceil(6.0 * width));
    std::vector<double> weight;
    double sum = 0.0;
    for (std::ptrdiff_t j = -reach; j <= reach; ++j) {
        const double u = static_cast<double>(j) / width;
        weight.push_back(std::exp(-0.5 * u * u));
        sum += weight.back();
    }
    const auto size = std::ssize(samples);
    std::vector<double> power(samples.size());
    for (std::ptrdiff_t i = 0; i < size; ++i)
        for (std::ptrdiff_t j = std::max(-reach, -i); j <= reach && i + j < size; ++j) {
            const double x = samples[static_cast<std::size_t>(i + j)];
            power[static_cast<std::size_t>(i)] += weight[static_cast<std::size_t>(j + reach)] / sum * x * x;
        }
    return power;
}

std::vector<double> zero_phase_high_pass(std::span<const double> samples, double sample_rate_hz, double corner) {
    assert(corner < 0.5 * sample_rate_hz);
    const Biquad biquad = butterworth_high_pass(corner, sample_rate_hz);
    // What the filter still rings after the end (it decays with sqrt2 pi corner) has to run back through it, too.
    const auto ring = static_cast<std::size_t>(std::ceil(8.0 / corner * sample_rate_hz));
    std::vector<double> x(samples.begin(), samples.end());
    x.resize(samples.size() + ring);
    filter(biquad, x);
    std::reverse(x.begin(), x.end());
    filter(biquad, x);
    std::reverse(x.begin(), x.end());
    x.resize(samples.size());
    return x;
}

std::vector<Pulse> crack_pulses(std::span<const double> samples, double sample_rate_hz) {
    std::vector<double> envelope =
        gaussian_power(zero_phase_high_pass(samples, sample_rate_hz, corner_hz), sample_rate_hz, sigma_s);
    for (double& x : envelope) x = std::sqrt(x);
    const auto highest = std::max_element(envelope.begin(), envelope.end());
    if (highest == envelope.end() || *highest == 0.0) return {};

    const auto top = static_cast<std::size_t>(highest - envelope.begin());
    const auto reach = static_cast<std::size_t>(std::llround(reach_s * sample_rate_hz));
    const std::size_t first = top - std::min(top, reach), last = std::min(top + reach + 1, envelope.size());
    std::vector<Pulse> pulses;
    for (const std::size_t i :
         thinned(envelope, tops(envelope, first, last, least_height * *highest), least_distance_s * sample_rate_hz))
        if (prominence(envelope, i) >= least_prominence * *highest)
            pulses.push_back({static_cast<double>(i) / sample_rate_hz, envelope[i]});
    return pulses;
}

}  // namespace synovia::audio
