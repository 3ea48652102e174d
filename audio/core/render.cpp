#include "audio/core/render.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <vector>

#include "audio/core/kaiser.hpp"
#include "audio/core/kernel.hpp"
#include "audio/core/problems.hpp"

namespace synovia::audio {
namespace {

void require_valid(const RenderSettings& s) {
    Problems problems;
    problems.check("sample_rate_hz", s.sample_rate_hz, lowest_rate_hz, highest_rate_hz);
    problems.check("start_time_s", s.start_time_s, -longest_s, longest_s);
    problems.check("duration_s", s.duration_s, 0.0, longest_s);
    if (s.body_corner_hz) problems.check("body_corner_hz", *s.body_corner_hz, 1.0, 1e9);
    problems.raise();
}

void require_finite(const Source& source) {
    assert(source.time_s.size() == source.weighted_strength.size());
    const auto finite = [](double x) { return std::isfinite(x); };
    if (!std::all_of(source.time_s.begin(), source.time_s.end(), finite) ||
        !std::all_of(source.weighted_strength.begin(), source.weighted_strength.end(), finite) ||
        !std::isfinite(source.gain_pa_s2_m3) || !std::isfinite(source.delay_s))
        throw std::invalid_argument("a source holds a number that is not finite");
}

/// Samples to render ahead of the time line, so that what the body still remembers (to 1e-8) is in it.
std::size_t lead_samples(const RenderSettings& s) {
    if (!s.body_corner_hz) return 0;
    return static_cast<std::size_t>(
        std::ceil(std::log(1e8) / (2.0 * std::numbers::pi * *s.body_corner_hz) * s.sample_rate_hz));
}

/// Grid of twice the sample rate; point 0 lies at `origin_s`.
struct Grid {
    double origin_s;
    double rate_hz;
    std::vector<double> points;
};

/// Adds strength times the pulse to twelve grid points; a function of its own, so that compilers vectorise it.
void add_pulse(const double* piece, double s, double strength, double* point) {
    constexpr std::size_t taps = SpreadTable::taps;
    std::array<double, taps> value;
    for (std::size_t j = 0; j < taps; ++j)
        value[j] = strength * (piece[j] + s * (piece[taps + j] + s * (piece[2 * taps + j] + s * piece[3 * taps + j])));
    for (std::size_t j = 0; j < taps; ++j) point[j] += value[j];
}

/// Adds every node of the source to the grid points around it.
void spread(const Source& source, Grid& grid) {
    const SpreadTable& table = spread_table();
    const double sample_rate = grid.rate_hz / 2.0;
    const double gain = source.gain_pa_s2_m3 * grid.rate_hz;
    const std::size_t positions = (grid.points.size() - SpreadTable::taps) / 2 + 1;
    const auto end = static_cast<double>(positions);
    for (std::size_t k = 0; k < source.time_s.size(); ++k) {
        const double t = source.time_s[k] + source.delay_s - grid.origin_s;
        const double position = t * sample_rate - SpreadTable::ahead;
        if (!(position >= 0.0 && position < end)) continue;
        const auto sample = static_cast<std::size_t>(position);
        const double phase = (position - static_cast<double>(sample)) * static_cast<double>(SpreadTable::phases);
        const auto piece = static_cast<std::size_t>(phase);
        add_pulse(table.piece[piece].data(), phase - static_cast<double>(piece), gain * source.weighted_strength[k],
                  &grid.points[2 * sample]);
    }
}

/// y[i] += sum_k taps[k] x[i + k]; elementwise, so any vector width gives the same bytes.
void correlate(const std::vector<double>& taps, const double* x, double* y, std::size_t count) {
    for (std::size_t k = 0; k < taps.size(); k += 4) {
        const double c0 = taps[k], c1 = taps[k + 1], c2 = taps[k + 2], c3 = taps[k + 3];
        const double* z = x + k;
        for (std::size_t i = 0; i < count; ++i) y[i] += c0 * z[i] + c1 * z[i + 1] + c2 * z[i + 2] + c3 * z[i + 3];
    }
}

/// Every second point, from `first` on.
std::vector<double> every_second(const std::vector<double>& points, std::size_t first) {
    std::vector<double> half(points.size() / 2);
    for (std::size_t i = 0; i < half.size(); ++i) half[i] = points[2 * i + first];
    return half;
}

/// Low-passes the grid and keeps one point per sample.
std::vector<double> decimate(const Decimator& decimator, const std::vector<double>& points, std::size_t count) {
    constexpr std::size_t block = 1024;  // stays in the first-level cache
    const std::vector<double> even = every_second(points, 0);
    const std::vector<double> odd = every_second(points, 1);
    std::vector<double> y(count);
    for (std::size_t n = 0; n < count; n += block) {
        const std::size_t length = std::min(block, count - n);
        correlate(decimator.even, even.data() + n, y.data() + n, length);
        correlate(decimator.odd, odd.data() + n, y.data() + n, length);
    }
    if (decimator.feedback != 0.0)
        for (std::size_t n = 1; n < count; ++n) y[n] += decimator.feedback * y[n - 1];
    return y;
}

/// ln n!. Not std::lgamma: it writes the sign of its result to a global, a race between threads that render.
double log_factorial(int n) {
    double sum = 0.0;
    for (int i = 2; i <= n; ++i) sum += std::log(i);
    return sum;
}

}  // namespace

Signal render(std::span<const Source> sources, const RenderSettings& settings) {
    require_valid(settings);
    for (const Source& source : sources) require_finite(source);

    const double rate = settings.sample_rate_hz;
    const auto count = static_cast<std::size_t>(std::llround(settings.duration_s * rate));
    const std::size_t lead = lead_samples(settings);
    const std::size_t rendered = lead + count;
    const Decimator decimator = make_decimator(rate, settings.body_corner_hz);

    const double before = static_cast<double>(lead) + static_cast<double>(decimator.centre) / 2.0;
    Grid grid{settings.start_time_s - before / rate, 2.0 * rate,
              std::vector<double>(2 * (rendered + decimator.even.size()))};
    for (const Source& source : sources) spread(source, grid);

    const std::vector<double> y = decimate(decimator, grid.points, rendered);
    const auto begin = y.begin() + static_cast<std::ptrdiff_t>(lead);
    return {rate, settings.start_time_s, std::vector<double>(begin, begin + static_cast<std::ptrdiff_t>(count))};
}

double kernel_reach_s(double sample_rate_hz) {
    const auto [pass_hz, stop_hz] = band(sample_rate_hz);
    return kaiser_half_width(kernel_attenuation_db, stop_hz - pass_hz) + 8.0 / sample_rate_hz;
}

double max_panel_s(double sample_rate_hz, int nodes_per_panel) {
    assert(nodes_per_panel >= 2 && nodes_per_panel <= 64);
    // Error of n Gauss nodes on exp(i w t) over a panel L: L (w L)^2n (n!)^4 / ((2n+1) ((2n)!)^3) (Abramowitz & Stegun
    // 25.4.30); L is where that is L 10^-7.5 at w = pi rate.
    const double n = nodes_per_panel;
    const double log_coefficient =
        4.0 * log_factorial(nodes_per_panel) - std::log(2.0 * n + 1.0) - 3.0 * log_factorial(2 * nodes_per_panel);
    const double phase = std::exp((-7.5 * std::numbers::ln10 - log_coefficient) / (2.0 * n));
    return phase / (std::numbers::pi * sample_rate_hz);
}

}  // namespace synovia::audio
