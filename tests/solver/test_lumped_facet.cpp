#include "solver/lumped_facet.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "solver/blake.hpp"
#include "solver/parameters.hpp"
#include "solver/spine_chain.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

Scenario l45() { return facet_joint(default_scenario(Kind::spine), facet_index(6, Side::left)); }

}  // namespace

TEST_CASE("the closed forms of L4-L5: 0.385 mm at once, 2.0 mm/s if it lasts, 0.12 s of refill") {
    const LumpedFacet facet(l45());
    CHECK(std::abs(1e3 * facet.fast_opening_needed() - 0.385) < 5e-4);
    CHECK(std::abs(1e3 * facet.rate_needed() - 2.0) < 5e-3);
    CHECK(std::abs(facet.refill_time() - 0.12) < 1e-4);
    CHECK(facet.firing().limit_pressure() == blake_threshold(l45()));
}

TEST_CASE("an opening that comes at once reaches Blake's limit exactly at the one that is needed") {
    const LumpedFacet facet(l45());
    const double u = facet.fast_opening_needed();
    CHECK(std::abs(facet.margin(CapsuleForm::whole, u, 0.0, 0.0)) < 1e-9);
    CHECK(facet.margin(CapsuleForm::whole, 0.99 * u, 0.0, 0.0) > 0.0);
}

TEST_CASE("whole: forces balance and the wall gives what the refill does not") {
    const Scenario s = l45();
    const LumpedFacet facet(s);
    const double u = 4e-4, V_r = 3e-8;
    const LumpedFacet::Capsule c = facet.at(CapsuleForm::whole, u, V_r);
    const double area = 165e-6;
    CHECK(test::relative_error(s.traction.series_stiffness * (u - c.x), facet.suction(c.pressure)) < 1e-6);
    CHECK(test::relative_error(facet.wall_volume(c.pressure), area * c.x - V_r) < 1e-9);
    CHECK(test::relative_error(facet.suction(c.pressure), area * (s.joint.resting_pressure - c.pressure)) < 1e-9);
}

TEST_CASE("cavity: vapour pressure, and it ends where the whole capsule would be at it") {
    const Scenario s = l45();
    const LumpedFacet facet(s);
    const double V_r = 2e-8;
    CHECK(facet.at(CapsuleForm::cavity, 1e-3, V_r).pressure == s.fluid.vapour_pressure);
    // u at which the whole form is at p_v: the cavity's volume is zero there
    double low = 0.0, high = 1e-3;
    for (int i = 0; i < 60; ++i) {
        const double u = 0.5 * (low + high);
        (facet.at(CapsuleForm::whole, u, V_r).pressure > s.fluid.vapour_pressure ? low : high) = u;
    }
    CHECK(std::abs(facet.margin(CapsuleForm::cavity, low, V_r, 0.0)) < 1e-17);  // of 1e-7 m3
}

TEST_CASE("rates are the derivatives of gap and pressure") {
    const LumpedFacet facet(l45());
    const double du = 3e-3, dV = 4e-8;
    const auto at = [&](double t) { return facet.at(CapsuleForm::whole, 4e-4 + du * t, 1e-8 + dV * t); };
    const double gap = test::difference_quotient([&](double t) { return at(t).x; }, 0.0, 1e-3);
    const double pressure = test::difference_quotient([&](double t) { return at(t).pressure; }, 0.0, 1e-3);
    CHECK(test::relative_error(facet.gap_rate(du, dV), gap) < 1e-9);
    CHECK(test::relative_error(facet.pressure_rate(du, dV), pressure) < 1e-9);
}

TEST_CASE("held open, the energy of the springs turns into heat of the refill") {
    // Euler's method with 1e5 steps over 0.3 s.
    const LumpedFacet facet(l45());
    const double u = 3e-4, dt = 3e-6;
    double V_r = 0.0, heat = 0.0;
    const double before = facet.stored_energy(u, 0.0);
    for (int i = 0; i < 100000; ++i) {
        const double rate = facet.at(CapsuleForm::whole, u, V_r).refill;
        heat += facet.dissipation(rate) * dt;
        V_r += rate * dt;
    }
    CHECK(test::relative_error(before - facet.stored_energy(u, V_r), heat) < 1e-4);
}
