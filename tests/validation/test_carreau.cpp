// Claim: a free bubble in a Carreau liquid behaves as in the newtonian limits of that liquid, and between them.
#include <doctest/doctest.h>

#include <cmath>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/extrema.hpp"

using namespace synovia;

namespace {

constexpr double thick = 0.1, thin = 0.01;

/// A millimetre bubble, struck, in a liquid that thins from 0.1 to 0.01 Pa s.
Scenario struck() {
    Scenario s = default_scenario(Kind::bubble);
    s.bubble.nucleus_radius = 1e-3;
    s.bubble.initial_velocity = 0.5;
    s.fluid.rheology = Rheology::carreau;
    s.fluid.zero_shear_viscosity = thick;
    s.fluid.infinite_shear_viscosity = thin;
    s.fluid.carreau_time = 1e-3;
    s.simulation.duration = 5e-3;
    return s;
}
Scenario newtonian(double viscosity) {
    Scenario s = struck();
    s.fluid.rheology = Rheology::newtonian;
    s.fluid.viscosity = viscosity;
    return s;
}

/// How deep the bubble still swings in the end, relative to R0.
double last_swing(const Scenario& s) {
    const Trajectory run = simulate(s);
    return 1.0 - run.at(test::radius_minima(run).back()).radius / s.bubble.nucleus_radius;
}

}  // namespace

TEST_CASE("exponent 1, or equal limits, is newtonian") {
    Scenario flat = struck(), equal = struck();
    flat.fluid.carreau_index = 1.0;
    equal.fluid.infinite_shear_viscosity = thick;
    const double expected = simulate(newtonian(thick)).at(5e-3).radius;
    // the laws are equal; rounding differs, and grows over fifteen cycles to no more than the tolerance
    CHECK(test::relative_error(simulate(flat).at(5e-3).radius, expected) < 1e-9);
    CHECK(test::relative_error(simulate(equal).at(5e-3).radius, expected) < 1e-9);
}

TEST_CASE("a short memory is newtonian with mu0") {
    Scenario quick = struck();
    quick.fluid.carreau_time = 1e-6;  // tau gamma = 2e-3 at most: mu0 to 0.3 (tau gamma)^2 = 1e-6
    CHECK(test::relative_error(simulate(quick).at(5e-3).radius, simulate(newtonian(thick)).at(5e-3).radius) < 1e-6);
}

TEST_CASE("a long memory is newtonian with mu_inf") {
    Scenario slow = struck();
    slow.fluid.carreau_time = 100.0;
    slow.fluid.carreau_index = 0.1;  // 0.1 (tau gamma)^-0.9 = 1e-5 of 0.01 Pa s, but for the turning points
    CHECK(test::relative_error(last_swing(slow), last_swing(newtonian(thin))) < 0.01);
}

TEST_CASE("in between, it damps more than mu_inf and less than mu0") {
    CHECK(last_swing(struck()) < 0.9 * last_swing(newtonian(thin)));
    CHECK(last_swing(struck()) > 1.1 * last_swing(newtonian(thick)));
}
