#include "apps/cli/plot/plot_data.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"

using namespace synovia;
using namespace synovia::cli;

TEST_CASE("a pop is enlarged around its nucleation, with every event inside named once") {
    const Trajectory trajectory = simulate(default_scenario(Kind::joint));
    const Summary summary = summarise(trajectory);
    const PlotPlan plan = plan_plot(trajectory, summary);
    CHECK(plan.run.end == trajectory.end_time());
    CHECK(plan.reference_time == *summary.nucleation_time);
    CHECK(plan.burst.start < plan.reference_time);
    CHECK(plan.burst.end > summary.peak_pressure_time);
    CHECK(plan.burst.end - plan.burst.start < 0.05 * plan.run.end);
    REQUIRE(plan.marks.size() == 4);
    CHECK(std::ranges::is_sorted(plan.marks, {}, &Mark::time));
    CHECK(plan.marks.back().time < plan.burst.end);
}

TEST_CASE("a silent pull is enlarged around its lowest pressure") {
    Scenario scenario = default_scenario(Kind::joint);
    scenario.traction.rise_time = 1.0;
    scenario.simulation.duration = 1.5;
    const Trajectory trajectory = simulate(scenario);
    const Summary summary = summarise(trajectory);
    const PlotPlan plan = plan_plot(trajectory, summary);
    CHECK(plan.reference_time == summary.min_gap_pressure_time);
    CHECK(plan.marks.size() == 1);
}

TEST_CASE("a free bubble is enlarged around its first minimum") {
    Scenario scenario = default_scenario(Kind::bubble);
    scenario.gas.initial_pressure = 3000.0;
    scenario.bubble.nucleus_radius = 1e-3;
    scenario.simulation.duration = 4e-4;
    const Trajectory trajectory = simulate(scenario);
    const PlotPlan plan = plan_plot(trajectory, summarise(trajectory));
    CHECK(plan.reference_name == "first collapse");
    CHECK(plan.burst.start < plan.reference_time);
    CHECK(plan.burst.end > plan.reference_time);
}

TEST_CASE("a bubble at rest has a window, too") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    const PlotPlan plan = plan_plot(trajectory, summarise(trajectory));
    CHECK(plan.burst.end > plan.burst.start);
}

TEST_CASE("samples fill the window from end to end in order of time") {
    const Trajectory trajectory = simulate(default_scenario(Kind::joint));
    const auto samples = sample_window(trajectory, {0.068, 0.072});
    CHECK(samples.front().time == doctest::Approx(0.068).epsilon(1e-15));
    CHECK(samples.back().time == doctest::Approx(0.072).epsilon(1e-15));
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
