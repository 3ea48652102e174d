#include "solver/blake.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "solver/parameters.hpp"
#include "tests/near.hpp"

using namespace synovia;
using synovia::test::near;

TEST_CASE("the isothermal threshold is Blake's closed form") {
    // p_crit = p_v - (4 sigma/3) sqrt(2 sigma/(3 R0^3 p_g0))
    const Scenario s = default_scenario(Kind::joint);
    const double sigma = s.fluid.surface_tension, R0 = s.bubble.nucleus_radius;
    const double p_g0 = s.joint.resting_pressure + 2 * sigma / R0 - s.fluid.vapour_pressure;
    const double expected = s.fluid.vapour_pressure - 4 * sigma / 3 * std::sqrt(2 * sigma / (3 * R0 * R0 * R0 * p_g0));
    CHECK(blake_threshold(s) == near(expected, 1e-12));  // rounding of a few operations
}

TEST_CASE("the polytropic threshold is the minimum of the equilibrium pressure") {
    Scenario s = default_scenario(Kind::bubble);
    s.gas.model = GasModel::polytropic;
    s.gas.polytropic_exponent = 1.4;
    s.bubble.nucleus_radius = 2e-6;
    const double sigma = s.fluid.surface_tension, R0 = s.bubble.nucleus_radius;
    const double p_g0 = s.pressure.ambient + 2 * sigma / R0 - s.fluid.vapour_pressure;
    double least = s.pressure.ambient;
    for (double R = R0; R < 100 * R0; R *= 1.0001)
        least = std::min(least, s.fluid.vapour_pressure + p_g0 * std::pow(R0 / R, 4.2) - 2 * sigma / R);
    CHECK(blake_threshold(s) == near(least, 1e-6));  // the scan's step of 1e-4, squared, with margin
}
