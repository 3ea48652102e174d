#include "audio/measure/crack_window.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <numeric>

namespace synovia::audio {
namespace {

constexpr double before_s = 4e-3, after_s = 20e-3;
constexpr double fade_in_s = 1e-3, fade_out_s = 4e-3;

std::ptrdiff_t count(double seconds, double rate_hz) {
    return static_cast<std::ptrdiff_t>(std::llround(seconds * rate_hz));
}

/// Raised cosine from 0 at place 0 to 1 at `length` and beyond.
double fade(std::ptrdiff_t place, std::ptrdiff_t length) {
    if (place >= length) return 1.0;
    return 0.5 - 0.5 * std::cos(std::numbers::pi * static_cast<double>(place) / static_cast<double>(length));
}

/// sum_n a[n] b[n + lag] for a lag of 0 or more.
double correlation(std::span<const double> a, std::span<const double> b, std::size_t lag) {
    if (lag >= b.size()) return 0.0;
    const std::size_t length = std::min(a.size(), b.size() - lag);
    return std::inner_product(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(length),
                              b.begin() + static_cast<std::ptrdiff_t>(lag), 0.0);
}

double energy(std::span<const double> x) { return std::inner_product(x.begin(), x.end(), x.begin(), 0.0); }

}  // namespace

std::vector<double> crack_window(std::span<const double> samples, double sample_rate_hz) {
    const auto loudest =
        std::max_element(samples.begin(), samples.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    if (loudest == samples.end() || *loudest == 0.0) return {};
    const auto first = (loudest - samples.begin()) - count(before_s, sample_rate_hz);
    const auto length = count(before_s + after_s, sample_rate_hz);
    const auto in = count(fade_in_s, sample_rate_hz), out = count(fade_out_s, sample_rate_hz);
    std::vector<double> window(static_cast<std::size_t>(length));
    for (std::ptrdiff_t n = std::max<std::ptrdiff_t>(0, -first); n < length && first + n < std::ssize(samples); ++n)
        window[static_cast<std::size_t>(n)] =
            fade(n, in) * fade(length - n, out) * samples[static_cast<std::size_t>(first + n)];
    return window;
}

double largest_correlation(std::span<const double> a, std::span<const double> b) {
    const double scale = std::sqrt(energy(a) * energy(b));
    if (!(scale > 0.0)) return 0.0;
    double largest = 0.0;
    for (std::size_t lag = 0; lag < b.size(); ++lag) largest = std::max(largest, std::abs(correlation(a, b, lag)));
    for (std::size_t lag = 1; lag < a.size(); ++lag) largest = std::max(largest, std::abs(correlation(b, a, lag)));
    return largest / scale;
}

}  // namespace synovia::audio
