#include "apps/studio/blake.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "solver/parameters.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using studio::blake_threshold;

TEST_CASE("the isothermal threshold is Blake's closed form") {
    // p_crit = p_v - (4 sigma/3) sqrt(2 sigma/(3 R0^3 p_g0))
    const Scenario s = default_scenario(Kind::joint);
    const double sigma = s.fluid.surface_tension, R0 = s.bubble.nucleus_radius;
    const double p_g0 = s.joint.resting_pressure + 2 * sigma / R0 - s.fluid.vapour_pressure;
    const double expected = s.fluid.vapour_pressure - 4 * sigma / 3 * std::sqrt(2 * sigma / (3 * R0 * R0 * R0 * p_g0));
    CHECK(blake_threshold(s) == doctest::Approx(expected).epsilon(1e-12));  // rounding of a few operations
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
    CHECK(blake_threshold(s) == doctest::Approx(least).epsilon(1e-6));  // the scan's step of 1e-4, squared, with margin
}

TEST_CASE("the reason for silence compares the pressure with the threshold") {
    const Scenario s = default_scenario(Kind::joint);
    CHECK(synovia::test::contains(studio::why_silent(s, -80e3), "fell to -80 kPa; a pop needs less than -119.6 kPa"));
    CHECK(synovia::test::contains(studio::why_silent(s, -130e3), "but too briefly"));
    CHECK(studio::why_silent(default_scenario(Kind::bubble), 101325.0) == "the bubble does not move");
}
