// The renderer against a path that shares nothing with it (second_path.hpp), on a collapse known in closed form.
#include <doctest/doctest.h>

#include <cstdio>

#include "tests/audio/core/second_path.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;

namespace {

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

}  // namespace

TEST_CASE("figures: a collapse agrees with the second path below -100 dB up to 20 kHz") {
    const double duration = 0.02;
    std::printf(
        "renderer against second difference of V at 1.536 MHz and another decimator, worst of 40 frequencies:\n");
    for (const double eps : {0.2e-6, 1e-6, 5e-6, 50e-6}) {
        const Collapse collapse{10.0037e-3, eps, 0.7e-3};
        const auto nodes = quadrature(graded_panels(collapse.centre, 8e-3, eps / 4.0, max_panel_s(48000.0)), 8,
                                      [&](double t) { return collapse.acceleration(t); });
        const Signal ours = render_one(nodes, 0.0, duration);
        const Signal theirs = other_path([&](double t) { return collapse.volume(t); }, 0.0, duration);
        REQUIRE(ours.samples.size() == theirs.samples.size());
        const double difference = spectral_difference_db(ours, theirs);
        std::printf("  rounded over %4.1f us: %.1f dB\n", eps * 1e6, difference);
        CHECK(difference < -100.0);
    }
}
