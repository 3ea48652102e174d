// Claim: case P1, a 10 um bubble under five cycles of ultrasound (130 kPa, 50 kHz), Keller-Miksis: collapses to
// 634 m/s. Reference: Taylor series of order 40 in quadruple precision, 25 digits; accepted to 1e-6 relative at the
// free bubble's default tolerance.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/extrema.hpp"

using namespace synovia;
using test::relative_error;

namespace {

Scenario ultrasound() {
    Scenario s = default_scenario(Kind::bubble);
    s.bubble.equation = RadialEquation::keller_miksis;
    s.bubble.nucleus_radius = 10e-6;
    s.fluid.density = 1000.0;
    s.fluid.sound_speed = 1500.0;
    s.fluid.viscosity = 1e-3;
    s.fluid.surface_tension = 0.0728;
    s.fluid.vapour_pressure = 0.0;
    s.gas.polytropic_exponent = 1.4;
    s.pressure.kind = PressureKind::sine;
    s.pressure.ambient = 1e5;
    s.pressure.amplitude = 130e3;
    s.pressure.frequency = 50e3;
    s.simulation.duration = 100e-6;
    return s;
}

constexpr double accepted = 1e-6;

}  // namespace

TEST_CASE("P1: the state at the end") {
    const Trajectory run = simulate(ultrasound());
    CHECK(run.outcome == Outcome::completed);
    CHECK(relative_error(run.at(100e-6).radius, 1.598013013216674e-5) < accepted);
    CHECK(relative_error(run.at(100e-6).wall_velocity, 1.8871673401838) < accepted);
}

TEST_CASE("P1: the extrema") {
    const Trajectory run = simulate(ultrasound());
    const Summary s = summarise(run);
    CHECK(relative_error(s.min_radius, 1.1101334385264055e-6) < accepted);
    CHECK(relative_error(s.min_radius_time, 52.85058803864138e-6) < accepted);
    CHECK(relative_error(s.max_radius, 3.931241904065169e-5) < accepted);
    CHECK(relative_error(s.max_radius_time, 49.70904690331896e-6) < accepted);
    CHECK(relative_error(s.max_wall_speed, 633.5045862) < accepted);
    const auto inwards = test::minimum(run, [](const Sample& x) { return x.wall_velocity; });
    CHECK(relative_error(inwards.value, -633.5045862) < accepted);
    CHECK(relative_error(inwards.time, 52.84958894e-6) < accepted);
    CHECK(relative_error(test::maximum(run, [](const Sample& x) { return x.wall_velocity; }).value, 327.1709724) <
          accepted);
}

TEST_CASE("P1: the pressures in the collapse") {
    const Trajectory run = simulate(ultrasound());
    const auto p_g = [](const Sample& s) { return s.gas_pressure; };
    const auto p_l = [](const Sample& s) {
        return s.gas_pressure - (2.0 * 0.0728 + 4.0 * 1e-3 * s.wall_velocity) / s.radius;
    };
    // p_g goes with R^-4.2
    CHECK(relative_error(test::maximum(run, p_g).value, 1.170731303e9) < 4.2 * accepted);
    CHECK(relative_error(test::maximum(run, p_l).value, 1.170601691e9) < 4.2 * accepted);
}

TEST_CASE("P1: 22 collapses and rebounds, the first three where they belong") {
    const Trajectory run = simulate(ultrasound());
    std::vector<Event> minima;
    std::copy_if(run.events.begin(), run.events.end(), std::back_inserter(minima),
                 [](const Event& e) { return e.kind == EventKind::recontraction; });
    REQUIRE(minima.size() == 22);
    const std::array times{12.276886776e-6, 14.817123677e-6, 16.988427491e-6};
    const std::array radii{1.3595017676e-6, 2.3272766238e-6, 3.19508638e-6};
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(relative_error(minima[i].time, times[i]) < accepted);
        CHECK(relative_error(minima[i].radius, radii[i]) < accepted);
    }
}
