#include "solver/spine_reflex.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

using namespace synovia;

namespace {

constexpr double degree = std::numbers::pi / 180.0;

SpineReflex::PerLevel everywhere(double value) {
    SpineReflex::PerLevel all;
    all.fill(value);
    return all;
}

/// Turns at `rate` degrees a second from 0 s to 1 s.
SpineReflex steady(double gain, double rate) {
    SpineReflex reflex(gain, 0.05);
    for (int i = 0; i <= 100; ++i) reflex.remember(0.01 * i, everywhere(rate * degree), everywhere(0.0));
    return reflex;
}

}  // namespace

TEST_CASE("the drive is what is above two degrees a second, late by the latency") {
    CHECK(steady(1.0, 12.0).drive(0.04)[0] == 0.0);
    CHECK(std::abs(steady(1.0, 12.0).drive(0.5)[3] - 0.5) < 1e-12);
    CHECK(std::abs(steady(0.3, -12.0).drive(0.5)[7] - 0.15) < 1e-12);
    CHECK(steady(1.0, 1.9).drive(0.5)[0] == 0.0);
    CHECK(steady(1.0, 500.0).drive(0.5)[0] == 1.0);
    CHECK(steady(0.0, 500.0).drive(0.5)[0] == 0.0);
}

TEST_CASE("between the remembered instants the rate is a cubic") {
    SpineReflex reflex(1.0, 0.05);
    const auto rate = [](double t) { return (40.0 * t * t * t + 3.0) * degree; };
    for (const double t : {0.0, 0.2, 0.5}) reflex.remember(t, everywhere(rate(t)), everywhere(120.0 * t * t * degree));
    for (const double t : {0.1, 0.33})
        CHECK(std::abs(reflex.drive(t + 0.05)[2] - (rate(t) / degree - 2.0) / 20.0) < 1e-12);
}

TEST_CASE("muscles tighten in 60 ms and let go in 250 ms") {
    CHECK(std::abs(SpineReflex::activation_rate(1.0, 0.4) - 10.0) < 1e-12);
    CHECK(std::abs(SpineReflex::activation_rate(0.0, 0.5) + 2.0) < 1e-12);
}
