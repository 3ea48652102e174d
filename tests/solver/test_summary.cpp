#include "solver/summary.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

/// A bound from below: what a fine comb of samples sees of the largest value of f.
template <class F>
double combed_maximum(const Trajectory& run, double from, double to, F f) {
    double best = -HUGE_VAL;
    for (int i = 0; i <= 200'000; ++i) best = std::max(best, f(run.at(from + (to - from) * i / 200'000.0)));
    return best;
}

/// `found` must be the maximum: not below what the comb sees, and above it by no more than the comb can miss.
void check_maximum(double found, double combed, double missed) {
    CHECK(found >= combed);
    CHECK(found - combed <= missed * std::abs(combed));
}

}  // namespace

TEST_CASE("the extrema of a pop are those of the dense solution") {
    const Trajectory run = simulate(Scenario{});
    const Summary s = summarise(run);
    // 1e-8 s between samples at the burst, 2e-6 s over the run: (w dt)^2/8 of curvature missed
    check_maximum(s.peak_pressure,
                  combed_maximum(run, 0.068, 0.070, [](const Sample& y) { return std::abs(y.pressure); }), 1e-5);
    check_maximum(-s.min_gap_pressure,
                  combed_maximum(run, 0.068, 0.070, [](const Sample& y) { return -y.gap_pressure; }), 1e-6);
    check_maximum(s.max_radius, combed_maximum(run, 0.0, 0.4, [](const Sample& y) { return y.radius; }), 1e-6);
    check_maximum(s.max_wall_speed,
                  combed_maximum(run, 0.068, 0.069, [](const Sample& y) { return std::abs(y.wall_velocity); }), 1e-6);
}

TEST_CASE("the times are where the extrema are") {
    const Trajectory run = simulate(Scenario{});
    const Summary s = summarise(run);
    CHECK(run.at(s.min_gap_pressure_time).gap_pressure == s.min_gap_pressure);
    CHECK(run.at(s.max_radius_time).radius == s.max_radius);
    CHECK(run.at(s.min_radius_time).radius == s.min_radius);
    CHECK(std::abs(run.at(s.peak_pressure_time).pressure) == s.peak_pressure);
}

TEST_CASE("the end of the run, the nucleation and the level are reported") {
    const Trajectory run = simulate(Scenario{});
    const Summary s = summarise(run);
    CHECK(s.final_radius == run.at(0.4).radius);
    CHECK(s.final_gap == run.at(0.4).gap);
    CHECK(s.gas_mol == run.at(0.4).gas_mol);
    REQUIRE_FALSE(run.events.empty());
    CHECK(s.nucleation_time == run.events.front().time);
    CHECK(std::abs(s.peak_level_db_spl - 20.0 * std::log10(s.peak_pressure / 20e-6)) < 1e-12);
}

TEST_CASE("nothing nucleates in a slow pull, and the minimum of a free bubble's radius is found") {
    Scenario slow;
    slow.traction.rise_time = 1.0;
    CHECK_FALSE(summarise(simulate(slow)).nucleation_time);

    Scenario ringing = default_scenario(Kind::bubble);
    ringing.bubble.initial_velocity = -1.0;
    const Trajectory run = simulate(ringing);
    const double combed = combed_maximum(run, 0.0, 1e-4, [](const Sample& y) { return -y.radius; });
    check_maximum(-summarise(run).min_radius, combed, 1e-6);
}

TEST_CASE("a run without a step has a summary too: its start") {
    const Summary s = summarise(simulate(Scenario{}, 0));
    CHECK(s.max_radius == 3e-7);
    CHECK(s.final_radius == 3e-7);
    CHECK(s.max_wall_speed == 0.0);
    CHECK(s.min_gap_pressure == 100300.0);
}
