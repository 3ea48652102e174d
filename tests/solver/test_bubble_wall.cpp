#include "solver/bubble_wall.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

Fluid water() {
    Fluid fluid;
    fluid.density = 1000.0;
    fluid.sound_speed = 1500.0;
    fluid.surface_tension = 0.07;
    fluid.vapour_pressure = 2000.0;
    fluid.rheology = Rheology::newtonian;
    fluid.viscosity = 1e-3;
    return fluid;
}

constexpr double R = 1e-5, U = -30.0, p_g = 4e5, p = 1e5;

}  // namespace

TEST_CASE("gas, vapour, surface and viscosity press on the wall") {
    // 400 000 + 2000 - 2 0.07/1e-5 + 4 1e-3 30/1e-5 = 400 000 Pa
    CHECK(relative_error(wall_pressure(water(), wall_at(water(), R, U, p_g, p)), 4e5) < 1e-14);
    Fluid thinning = water();
    thinning.rheology = Rheology::carreau;
    const double mu = wall_viscosity(thinning, R, U).mu;
    CHECK(mu > thinning.infinite_shear_viscosity);
    CHECK(mu < thinning.zero_shear_viscosity);
    CHECK(relative_error(wall_pressure(thinning, wall_at(thinning, R, U, p_g, p)), 3.88e5 + 4.0 * mu * 30.0 / 1e-5) <
          1e-14);
}

TEST_CASE("the wall is driven by its pressure over that far away, less Bernoulli's") {
    // (300 000/1000 - 1.5 900)/1e-5
    CHECK(relative_error(rayleigh_plesset(water(), wall_at(water(), R, U, p_g, p)), -1050.0 / 1e-5) < 1e-14);
}

TEST_CASE("Keller-Miksis lets the wall lose sound") {
    const double c = 1500.0, rho = 1000.0, stiffness = 3.0 * 1.4 * p_g, p_rate = 2e9;
    Fluid fluid = water();
    fluid.viscosity = 0.0;
    const double p_g_rate = -stiffness * U / R;
    const double dU = keller_miksis(fluid, wall_at(fluid, R, U, p_g, p), 1.0 / c, p_g_rate, p_rate);
    // dp_B/dt = (2 sigma/R - stiffness) U/R of an inviscid wall
    const double excess = 4e5 + 2e3 - 1.4e4 - 1e5, rate = (1.4e4 - stiffness) * U / R - p_rate;
    const double left = (1.0 - U / c) * R * dU + 1.5 * (1.0 - U / (3.0 * c)) * U * U;
    CHECK(relative_error(left, (1.0 + U / c) * excess / rho + R / (rho * c) * rate) < 1e-13);
    CHECK(relative_error(keller_miksis(fluid, wall_at(fluid, R, U, p_g, p), 1e-15, p_g_rate, p_rate),
                         rayleigh_plesset(fluid, wall_at(fluid, R, U, p_g, p))) < 1e-10);
}
