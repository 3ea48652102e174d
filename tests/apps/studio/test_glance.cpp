#include "apps/studio/glance.hpp"

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/apps/studio/support.hpp"

using namespace synovia;
using namespace synovia::studio;
using synovia::test::near;

TEST_CASE("glances cover the run without a gap and miss no extremum") {
    const Trajectory knuckle = simulate(default_scenario(Kind::joint));
    const Summary summary = summarise(knuckle);
    const std::vector<Glance> all = glances(knuckle);
    REQUIRE(all.size() == 80);  // 0.4 s
    Range pressure = all[0].pressure, radius = all[0].radius;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Sample end = knuckle.at(static_cast<double>(i + 1) / glances_per_second);
        CHECK(all[i].gap.low <= end.gap);
        CHECK(all[i].gap.high >= end.gap);
        if (i > 0) CHECK(all[i].radius.low <= all[i - 1].radius.high);  // they share the instant between them
        if (i > 0) CHECK(all[i].radius.high >= all[i - 1].radius.low);
        pressure.include(all[i].pressure);
        radius.include(all[i].radius);
    }
    // The solver's steps resolve the curve to better than what a dot shows.
    CHECK(pressure.low == near(summary.min_gap_pressure, 1e-3));
    CHECK(radius.high == near(summary.max_radius, 1e-3));
}

TEST_CASE("a run that ends between two glances, or is shorter than one, is shown to its end") {
    Scenario scenario = default_scenario(Kind::joint);
    scenario.simulation.duration = 0.0121;
    const Trajectory run = simulate(scenario);
    CHECK(glances(run).size() == 3);
    CHECK(glances(run).back().gap.high == near(run.at(0.0121).gap, 1e-12));
    scenario.simulation.duration = 1e-3;
    CHECK(glances(simulate(scenario)).size() == 1);
}

TEST_CASE("at rest") {
    const Scenario joint = default_scenario(Kind::joint);
    const Glance rest = resting_glance(joint, 2e-4);
    CHECK(rest.gap == Range{1e-4, 1e-4});
    CHECK(rest.pressure == Range{100300.0, 100300.0});
    CHECK(rest.radius == Range{2e-4, 2e-4});
    CHECK(resting_glance(default_scenario(Kind::bubble), 1e-5).gap == Range{0.0, 0.0});
    CHECK(resting_glance(default_scenario(Kind::bubble), 1e-5).pressure.low == 101325.0);
}

TEST_CASE("a range holds what it includes") {
    Range range{1.0, 2.0};
    range.include(1.5);
    CHECK(range == Range{1.0, 2.0});
    range.include(Range{-1.0, 3.0});
    CHECK(range == Range{-1.0, 3.0});
}
