// Claim: the bubble in its gap, the heat of its gas and the sound it radiates, one bubble and no pockets, as another
// program has them (Python, LSODA at 1e-11).
#include <doctest/doctest.h>

#include <cmath>

#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

/// Extremes from a time on.
struct After {
    double peak = 0.0, min_radius = 1.0, max_speed = 0.0, max_temperature = 0.0;
};
After after(const Trajectory& run, double begin) {
    After a;
    const auto t = run.step_times();
    for (std::size_t k = 0; k + 1 < t.size(); ++k)
        for (int j = 0; j <= 32; ++j) {
            const double now = t[k] + (t[k + 1] - t[k]) * j / 32.0;
            if (now < begin) continue;
            const Sample s = run.at(k, now);
            a.peak = std::max(a.peak, std::abs(s.pressure));
            a.min_radius = std::min(a.min_radius, s.radius);
            a.max_speed = std::max(a.max_speed, std::abs(s.wall_velocity));
            a.max_temperature = std::max(a.max_temperature, s.gas_temperature);
        }
    return a;
}

Scenario released(BubbleShape shape, double ramp, double end) {
    Scenario s;
    s.bubble.shape = shape;
    s.bubble.radiation = true;
    s.gas.heat = true;
    s.traction.release_time = 0.35;
    s.traction.release_ramp = ramp;
    s.simulation.duration = end;
    s.simulation.relative_tolerance = 1e-8;
    return s;
}

Summary in_gap(double nucleus, double radius) {
    Scenario s;
    s.bubble.shape = BubbleShape::gap;
    s.bubble.nucleus_radius = nucleus;
    s.joint.articular_radius = radius;
    return summarise(simulate(s));
}

}  // namespace

TEST_CASE("a bubble that is flat in its gap is as quiet and as large as computed elsewhere") {
    const Summary knuckle = in_gap(3e-7, 6.9e-3);
    CHECK(relative_error(knuckle.min_gap_pressure, -119675.89) < 1e-5);
    CHECK(relative_error(knuckle.min_gap_pressure_time, 0.068279) < 1e-5);
    CHECK(relative_error(knuckle.max_radius, 4.258160e-3) < 1e-5);
    CHECK(relative_error(knuckle.final_radius, 3.792445e-3) < 1e-5);
    CHECK(relative_error(knuckle.final_gap - 1e-4, 2.7136044e-3) < 1e-5);
    CHECK(relative_error(knuckle.peak_pressure, 0.370627) < 3e-5);
    CHECK(relative_error(knuckle.peak_pressure_time, 0.0690151) < 1e-5);
    const Summary nucleus = in_gap(1e-6, 6.9e-3);
    CHECK(relative_error(nucleus.min_gap_pressure, -24857.32) < 3e-5);
    CHECK(relative_error(nucleus.peak_pressure, 0.030939) < 1e-4);
    const Summary small = in_gap(3e-7, 4e-3);
    CHECK(relative_error(small.min_gap_pressure, -119713.13) < 1e-5);
    CHECK(relative_error(small.peak_pressure, 0.441400) < 3e-5);
}

TEST_CASE("heat and radiation hardly change a knuckle's first pop") {
    Scenario s;
    const Summary plain = summarise(simulate(s));
    s.gas.heat = s.bubble.radiation = true;
    const Summary warm = summarise(simulate(s));
    CHECK(relative_error(warm.max_radius, plain.max_radius) < 1e-5);
    CHECK(relative_error(warm.peak_pressure, plain.peak_pressure) < 1e-4);
}

TEST_CASE("released fast, the gas stops the bubble and becomes as hot as computed elsewhere") {
    const After slow = after(simulate(released(BubbleShape::sphere, 0.02, 0.42)), 0.35);
    CHECK(relative_error(slow.peak, 0.35431) < 1e-4);
    CHECK(relative_error(slow.min_radius, 3.1451e-4) < 1e-4);
    CHECK(relative_error(slow.max_temperature, 659.5) < 2e-4);
    const After brisk = after(simulate(released(BubbleShape::sphere, 0.01, 0.41)), 0.35);
    CHECK(relative_error(brisk.peak, 5.25725) < 1e-4);
    CHECK(relative_error(brisk.min_radius, 1.4909e-4) < 1e-4);
    CHECK(relative_error(brisk.max_speed, 43.145) < 1e-4);
    CHECK(relative_error(brisk.max_temperature, 1473.4) < 1e-4);
    const After fast = after(simulate(released(BubbleShape::sphere, 0.005, 0.40)), 0.35);
    CHECK(relative_error(fast.peak, 49.581) < 1e-4);
    CHECK(relative_error(fast.min_radius, 8.2165e-5) < 1e-4);
    const After flat = after(simulate(released(BubbleShape::gap, 0.01, 0.41)), 0.35);
    CHECK(relative_error(flat.peak, 28.0460) < 1e-4);
    CHECK(relative_error(flat.min_radius, 8.6316e-5) < 1e-4);
    CHECK(relative_error(flat.max_speed, 135.03) < 1e-4);
    CHECK(relative_error(flat.max_temperature, 2939.6) < 1e-4);
}
