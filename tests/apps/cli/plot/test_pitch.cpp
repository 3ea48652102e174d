#include "apps/cli/plot/pitch.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/near.hpp"

using namespace synovia;
using namespace synovia::cli;
using synovia::test::near;

TEST_CASE("the peak frequency of a swinging bubble is Minnaert's") {
    Scenario scenario = default_scenario(Kind::bubble);
    scenario.fluid.surface_tension = 0.0;
    scenario.fluid.vapour_pressure = 0.0;
    scenario.fluid.viscosity = 0.0;
    scenario.bubble.nucleus_radius = 1e-3;
    scenario.bubble.initial_velocity = 1e-3;
    scenario.gas.polytropic_exponent = 1.4;
    scenario.simulation.duration = 2e-2;
    const double minnaert = std::sqrt(3.0 * 1.4 * 101325.0 / 998.0) / (2.0 * std::numbers::pi * 1e-3);
    const auto peak = peak_frequency(simulate(scenario));
    REQUIRE(peak);
    CHECK(*peak == near(minnaert, 1e-3));
}
