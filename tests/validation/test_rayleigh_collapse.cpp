// Claim: an empty cavity closes in 0.91468 R0 sqrt(rho/p) (Rayleigh, Phil. Mag. 34, 94 (1917)), and the collapse on a
// cushion of gas (APECSS example rayleighcollapse/simple) turns round at the analytic radius.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/extrema.hpp"

using namespace synovia;
using test::relative_error;

namespace {

Scenario cavity(double R, double gas_pressure) {
    Scenario s = default_scenario(Kind::bubble);
    s.fluid.density = 997.0;
    s.fluid.viscosity = s.fluid.surface_tension = s.fluid.vapour_pressure = 0.0;
    s.bubble.nucleus_radius = R;
    s.gas.initial_pressure = gas_pressure;
    s.gas.polytropic_exponent = 1.4;
    s.pressure.ambient = 1e5;
    return s;
}

/// R0 = 1 m, 1 kPa of gas.
Scenario large_cavity() {
    Scenario s = cavity(1.0, 1e3);
    s.simulation.duration = 1.0;
    return s;
}

/// Time until the cavity turns round, with a trace of gas.
double collapse_time(double gas_pressure) {
    Scenario s = cavity(1e-3, gas_pressure);
    s.simulation.duration = 1.5e-4;
    s.simulation.relative_tolerance = 1e-10;
    return summarise(simulate(s)).min_radius_time;
}

}  // namespace

TEST_CASE("the collapse time is Rayleigh's") {
    const double constant = std::sqrt(std::numbers::pi / 6.0) * std::tgamma(5.0 / 6.0) / std::tgamma(4.0 / 3.0);
    CHECK(std::abs(constant - 0.91468) < 5e-6);
    const double rayleigh = constant * 1e-3 * std::sqrt(997.0 / 1e5);
    // Gas slows the collapse in proportion to its pressure; two pressures extrapolate to none.
    const double extrapolated = 2.0 * collapse_time(5.0) - collapse_time(10.0);
    CHECK(relative_error(extrapolated, rayleigh) < 1e-6);
}

TEST_CASE("a cushion of gas turns the wall round where energy says") {
    // p_g0/(kappa - 1) (x^(3 - 3 kappa) - 1) = p0 (1 - x^3), x = R_min/R0
    const double x =
        bisect([](double q) { return 1e3 / 0.4 * (std::pow(q, -1.2) - 1.0) - 1e5 * (1.0 - q * q * q); }, 0.01, 0.5);
    const Summary s = summarise(simulate(large_cavity()));
    CHECK(relative_error(s.min_radius, x) < 1e-6);
}

TEST_CASE("case B1: every published number of the collapse") {
    // converged values by DOP853 at rtol 1e-13; accepted to 1e-6 at the default tolerance
    const Trajectory run = simulate(large_cavity());
    const std::vector<double> minima = test::radius_minima(run);
    REQUIRE(minima.size() == 5);
    CHECK(relative_error(minima[0], 9.238269049702e-2) < 1e-6);
    CHECK(relative_error(minima[1], 0.27714807149) < 1e-6);
    CHECK(relative_error(minima[2], 0.46191345249) < 1e-6);
    const Summary s = summarise(run);
    CHECK(relative_error(s.min_radius, 4.529458293593195e-2) < 1e-6);
    CHECK(relative_error(s.max_wall_speed, 301.3662837) < 1e-6);
    CHECK(relative_error(test::maximum(run, [](const Sample& x) { return x.gas_pressure; }).value, 4.411697097e8) <
          4.2e-6);  // R^-4.2
    CHECK(relative_error(s.final_radius, 0.6192930282915) < 1e-6);
    CHECK(relative_error(run.at(1.0).wall_velocity, -14.46351102) < 1e-6);
}
