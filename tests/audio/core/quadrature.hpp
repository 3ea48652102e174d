// Emitters for the renderer's tests: Gauss-Legendre nodes over panels of any length, and the spectrum of the result.
#pragma once
#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <utility>
#include <vector>

#include "audio/core/render.hpp"
#include "audio/core/signal.hpp"

namespace synovia::audio::test {

inline constexpr double pi = std::numbers::pi;

inline double db(double x) { return 20.0 * std::log10(std::abs(x)); }

/// Nodes and weights of n-point Gauss-Legendre quadrature on [-1, 1], by Newton's method on the Legendre recursion.
inline std::vector<std::pair<double, double>> gauss_legendre(int n) {
    std::vector<std::pair<double, double>> rule;
    for (int i = 0; i < n; ++i) {
        double x = std::cos(pi * (i + 0.75) / (n + 0.5));
        double slope = 0.0;
        for (int iteration = 0; iteration < 20; ++iteration) {
            double p = 1.0, previous = 0.0;
            for (int k = 1; k <= n; ++k) {
                const double next = ((2.0 * k - 1.0) * x * p - (k - 1.0) * previous) / k;
                previous = p;
                p = next;
            }
            slope = n * (x * p - previous) / (x * x - 1.0);
            x -= p / slope;
        }
        rule.emplace_back(x, 2.0 / ((1.0 - x * x) * slope * slope));
    }
    return rule;
}

/// A source strength as nodes.
struct Nodes {
    std::vector<double> time;
    std::vector<double> weighted;

    Monopole monopole(double delay_s = 0.0) const { return {time, weighted, {{1.0, delay_s}}}; }
};

/// f over the panels between `edges`, with n nodes on each.
template <class F>
Nodes quadrature(const std::vector<double>& edges, int n, F f) {
    const auto rule = gauss_legendre(n);
    Nodes nodes;
    for (std::size_t k = 0; k + 1 < edges.size(); ++k)
        for (const auto& [x, w] : rule) {
            const double half = 0.5 * (edges[k + 1] - edges[k]);
            const double t = edges[k] + half * (1.0 + x);
            nodes.time.push_back(t);
            nodes.weighted.push_back(half * w * f(t));
        }
    return nodes;
}

/// Panels of equal length, at most `longest`.
inline std::vector<double> even_panels(double begin, double end, double longest) {
    const auto n = static_cast<std::size_t>(std::ceil((end - begin) / longest));
    std::vector<double> edges;
    for (std::size_t k = 0; k <= n; ++k)
        edges.push_back(begin + (end - begin) * static_cast<double>(k) / static_cast<double>(n));
    return edges;
}

/// Panels that are `shortest` at the centre and grow by 30 % outwards, up to `longest`, over centre +- reach.
inline std::vector<double> graded_panels(double centre, double reach, double shortest, double longest) {
    std::vector<double> offsets{0.0};
    for (double step = shortest; offsets.back() < reach; step = std::min(1.3 * step, longest))
        offsets.push_back(offsets.back() + step);
    std::vector<double> edges;
    for (std::size_t k = offsets.size() - 1; k > 0; --k) edges.push_back(centre - offsets[k]);
    for (const double offset : offsets) edges.push_back(centre + offset);
    return edges;
}

/// (1/rate) sum_n y[n] exp(-2 pi i f t_n): the Fourier transform of the curve through the samples.
inline std::complex<double> transform(const Signal& y, double f) {
    std::complex<double> sum = 0.0;
    for (std::size_t n = 0; n < y.samples.size(); ++n)
        sum += y.samples[n] *
               std::polar(1.0, -2.0 * pi * f * (y.start_time_s + static_cast<double>(n) / y.sample_rate_hz));
    return sum / y.sample_rate_hz;
}

/// A body that is a low pass: one pole with its -3 dB corner there [Hz].
inline BodyResponse one_pole(double corner) {
    const auto response = [corner](double w) { return 1.0 / std::complex<double>(1.0, w / (2.0 * pi * corner)); };
    return {response, std::log(1e8) / (2.0 * pi * corner)};
}

inline Signal render_one(const Nodes& nodes, double start, double duration, double rate = 48000.0,
                         std::optional<double> body = {}) {
    const Monopole monopole = nodes.monopole();
    return Renderer(rate, body ? one_pole(*body) : BodyResponse{}).render({&monopole, 1}, {start, duration});
}

/// A steady cosine, on panels that resolve it and the kernel; ends 12 ms outside the rendered 10 ms.
inline Nodes cosine(double f, double rate) {
    const double panel = std::min(0.5 / f, max_panel_s(rate));
    return quadrature(even_panels(-0.012, 0.022, panel), 8, [&](double t) { return std::cos(2.0 * pi * f * t); });
}

/// Largest deviation of the rendered cosine from `response` times the cosine.
inline double tone_error(double f, double rate, std::complex<double> response, std::optional<double> body = {}) {
    const Signal y = render_one(cosine(f, rate), 0.0, 0.01, rate, body);
    double worst = 0.0;
    for (std::size_t n = 0; n < y.samples.size(); ++n) {
        const double t = static_cast<double>(n) / rate;
        worst = std::max(worst, std::abs(y.samples[n] - (response * std::polar(1.0, 2.0 * pi * f * t)).real()));
    }
    return worst;
}

inline double largest(const std::vector<double>& x) {
    double top = 0.0;
    for (const double v : x) top = std::max(top, std::abs(v));
    return top;
}

inline double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
    double top = a.size() == b.size() ? 0.0 : INFINITY;
    for (std::size_t n = 0; n < std::min(a.size(), b.size()); ++n) top = std::max(top, std::abs(a[n] - b[n]));
    return top;
}

}  // namespace synovia::audio::test
