// The renderer against a path that shares nothing with it: the volume itself sampled at 1.536 MHz, differenced twice,
// corrected for the droop of that, and decimated by a filter of another design.
#include <doctest/doctest.h>

#include <cstdio>

#include "tests/audio/quadrature.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

namespace {

constexpr double fast_rate = 1.536e6;

/// A bubble that collapses like Rayleigh's, R ~ |t|^(2/5), rounded over `eps`, within a smooth swing of width `s`:
/// V = (t^2 + eps^2)^(3/5) exp(-t^2/(2 s^2)).
struct Collapse {
    double centre, eps, s;

    double volume(double time) const {
        const double t = time - centre;
        return std::pow(t * t + eps * eps, 0.6) * std::exp(-0.5 * t * t / (s * s));
    }
    double acceleration(double time) const {
        const double t = time - centre, q = t * t + eps * eps, k = 1.0 / (s * s);
        const double a = std::pow(q, 0.6), a1 = 1.2 * t * std::pow(q, -0.4);
        const double a2 = 1.2 * std::pow(q, -0.4) - 0.96 * t * t * std::pow(q, -1.4);
        return (a2 - 2.0 * k * t * a1 + (k * k * t * t - k) * a) * std::exp(-0.5 * t * t * k);
    }
};

/// Ideal low pass at 22 kHz under Nuttall's four-term window (continuous first derivative, side lobes -93 dB) squared:
/// the square is -186 dB down from 16 bins on. 2 x 8192 points make its transition 1.5 kHz wide.
std::vector<double> other_low_pass() {
    const int half = 8192;
    std::vector<double> h;
    double sum = 0.0;
    for (int i = -half; i <= half; ++i) {
        const double x = pi * i / half;
        const double w =
            0.355768 + 0.487396 * std::cos(x) + 0.144232 * std::cos(2.0 * x) + 0.012604 * std::cos(3.0 * x);
        const double phase = 2.0 * pi * 22000.0 / fast_rate * i;
        h.push_back((i == 0 ? 1.0 : std::sin(phase) / phase) * w * w);
        sum += h.back();
    }
    for (double& x : h) x /= sum;
    return h;
}

/// 48 kHz samples from 0 to `duration`.
Signal other_path(const Collapse& collapse, double duration) {
    const double T = 1.0 / fast_rate;
    const auto h = other_low_pass();
    const auto half = static_cast<std::ptrdiff_t>(h.size() / 2);
    const auto count = static_cast<std::ptrdiff_t>(duration * fast_rate);
    std::vector<double> second;  // at i T, i from -half - 1: (V(t+T) - 2 V(t) + V(t-T))/T^2
    for (std::ptrdiff_t i = -half - 1; i <= count + half + 1; ++i) {
        const double t = static_cast<double>(i) * T;
        second.push_back((collapse.volume(t + T) - 2.0 * collapse.volume(t) + collapse.volume(t - T)) / (T * T));
    }
    std::vector<double> flat(second.size());  // sinc^2 = 1 - w^2/12 + ..., so x - (second difference of x)/12
    for (std::size_t i = 1; i + 1 < second.size(); ++i)
        flat[i] = second[i] - (second[i + 1] - 2.0 * second[i] + second[i - 1]) / 12.0;

    Signal y{48000.0, 0.0, {}};
    for (std::ptrdiff_t n = 0; n < count; n += 32) {
        double sum = 0.0;
        for (std::ptrdiff_t j = -half; j <= half; ++j)
            sum += h[static_cast<std::size_t>(j + half)] * flat[static_cast<std::size_t>(n - j + half + 1)];
        y.samples.push_back(sum);
    }
    return y;
}

}  // namespace

TEST_CASE("figures: a collapse agrees with the second path below -100 dB up to 20 kHz") {
    const double duration = 0.02;
    std::printf(
        "renderer against second difference of V at 1.536 MHz and another decimator, worst of 40 frequencies:\n");
    for (const double eps : {0.2e-6, 1e-6, 5e-6, 50e-6}) {
        const Collapse collapse{10.0037e-3, eps, 0.7e-3};
        const auto nodes = quadrature(graded_panels(collapse.centre, 8e-3, eps / 4.0, max_panel_s(48000.0)), 8,
                                      [&](double t) { return collapse.acceleration(t); });
        const Signal ours = render_one(nodes, 0.0, duration), theirs = other_path(collapse, duration);
        REQUIRE(ours.samples.size() == theirs.samples.size());
        double worst = 0.0, top = 0.0;
        for (double f = 0.0; f <= 20000.0; f += 500.0) {
            worst = std::max(worst, std::abs(transform(ours, f) - transform(theirs, f)));
            top = std::max(top, std::abs(transform(ours, f)));
        }
        std::printf("  rounded over %4.1f us: %.1f dB\n", eps * 1e6, db(worst / top));
        CHECK(db(worst / top) < -100.0);
        CHECK(top > 0.0);
    }
}
