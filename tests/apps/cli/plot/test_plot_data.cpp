#include "apps/cli/plot/plot_data.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/near.hpp"

using namespace synovia;
using namespace synovia::cli;
using synovia::test::near;

TEST_CASE("a pop is enlarged around its nucleation, with every event inside named once") {
    const Trajectory trajectory = simulate(default_scenario(Kind::joint));
    const Summary summary = summarise(trajectory);
    const PlotPlan plan = plan_plot(trajectory, summary);
    CHECK(plan.run.end == trajectory.end_time());
    REQUIRE(plan.burst);
    CHECK(plan.burst->reference_time == *summary.nucleation_time);
    CHECK(plan.burst->window.start < plan.burst->reference_time);
    CHECK(plan.burst->window.end > summary.peak_pressure_time);
    CHECK(plan.burst->window.end - plan.burst->window.start < 0.05 * plan.run.end);
    REQUIRE(plan.marks.size() == 4);
    CHECK(std::ranges::is_sorted(plan.marks, {}, &Mark::time));
    CHECK(plan.marks.back().time < plan.burst->window.end);
    CHECK_FALSE(swing_frequency(trajectory));
}

TEST_CASE("a silent pull is drawn as a whole, with its lowest pressure marked") {
    Scenario scenario = default_scenario(Kind::joint);
    scenario.traction.rise_time = 1.0;
    scenario.simulation.duration = 1.5;
    const Trajectory trajectory = simulate(scenario);
    const Summary summary = summarise(trajectory);
    const PlotPlan plan = plan_plot(trajectory, summary);
    CHECK_FALSE(plan.burst);
    REQUIRE(plan.marks.size() == 1);
    CHECK(plan.marks[0].time == summary.min_gap_pressure_time);
}

TEST_CASE("a cavity that falls in is enlarged around its collapse") {
    Scenario scenario = default_scenario(Kind::bubble);
    scenario.gas.initial_pressure = 3000.0;
    scenario.bubble.nucleus_radius = 1e-3;
    scenario.simulation.duration = 4e-4;
    const Trajectory trajectory = simulate(scenario);
    const Summary summary = summarise(trajectory);
    const PlotPlan plan = plan_plot(trajectory, summary);
    REQUIRE(plan.burst);
    CHECK(plan.burst->reference_name == "the first collapse");
    CHECK(plan.burst->reference_time == near(summary.min_radius_time, 1e-6));
    CHECK(plan.burst->window.start < plan.burst->reference_time);
    CHECK(plan.burst->window.end > plan.burst->reference_time);
}

TEST_CASE("a bubble that swings has Minnaert's frequency and is enlarged by three swings") {
    Scenario scenario = default_scenario(Kind::bubble);
    scenario.fluid.surface_tension = 0.0;
    scenario.fluid.vapour_pressure = 0.0;
    scenario.fluid.viscosity = 0.0;
    scenario.bubble.nucleus_radius = 1e-3;
    scenario.bubble.initial_velocity = 0.01;  // a swing of 0.05 % of the radius: events count from 0.01 %
    scenario.gas.polytropic_exponent = 1.4;
    scenario.simulation.duration = 5e-3;
    const Trajectory trajectory = simulate(scenario);
    // f = sqrt(3 kappa p / rho) / (2 pi R), Minnaert, Phil. Mag. 16, 235 (1933)
    const double minnaert = std::sqrt(3.0 * 1.4 * 101325.0 / 998.0) / (2.0 * std::numbers::pi * 1e-3);
    const auto frequency = swing_frequency(trajectory);
    REQUIRE(frequency);
    CHECK(*frequency == near(minnaert, 1e-5));
    const PlotPlan plan = plan_plot(trajectory, summarise(trajectory));
    REQUIRE(plan.burst);
    CHECK(plan.burst->window.start == 0.0);
    CHECK(plan.burst->window.end - plan.burst->reference_time == near(2.0 / minnaert, 1e-4));
    REQUIRE(plan.marks.size() == 2);
    CHECK(plan.marks[1].time - plan.marks[0].time == near(1.0 / minnaert, 1e-4));
}

TEST_CASE("a bubble at rest is drawn without an enlargement") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    const PlotPlan plan = plan_plot(trajectory, summarise(trajectory));
    CHECK_FALSE(plan.burst);
    CHECK(plan.run.end > plan.run.start);
}

TEST_CASE("samples fill the window from end to end in order of time") {
    const Trajectory trajectory = simulate(default_scenario(Kind::joint));
    const auto samples = sample_window(trajectory, {0.068, 0.072});
    CHECK(samples.front().time == near(0.068, 1e-15));
    CHECK(samples.back().time == near(0.072, 1e-15));
    CHECK(std::ranges::is_sorted(samples, {}, &Sample::time));
    CHECK(samples.size() > 1000);
}

TEST_CASE("thinning keeps the extremes and the ends") {
    std::vector<Point> points;
    for (int i = 0; i < 100'000; ++i)
        points.push_back({static_cast<double>(i), i == 54'321 ? 9.0 : i == 77'777 ? -9.0 : 0.0});
    const auto kept = thin_out(points, 100);
    CHECK(kept.size() <= 4 * 101);
    CHECK(kept.front().x == 0.0);
    CHECK(kept.back().x == 99'999.0);
    CHECK(std::ranges::any_of(kept, [](const Point& p) { return p.x == 54'321 && p.y == 9.0; }));
    CHECK(std::ranges::any_of(kept, [](const Point& p) { return p.x == 77'777 && p.y == -9.0; }));
    CHECK(std::ranges::is_sorted(kept, {}, &Point::x));
    CHECK(thin_out({}, 100).empty());
    CHECK(thin_out(std::vector<Point>{{1, 2}, {1, 3}}, 100).size() == 2);
}
