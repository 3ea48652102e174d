#include "solver/gas.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "solver/parameters.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

constexpr double pi = std::numbers::pi;

std::array<double, 3> fluxes(const Gas& gas, double R, const std::array<double, 3>& n, double age, double gate = 1.0) {
    return Diffusion(gas).rates(R, n, {0.0, 0.0, 0.0}, 1.0 / age, gate);
}

}  // namespace

TEST_CASE("in equilibrium the gas carries the liquid and the surface, less what the vapour carries") {
    const Scenario s;
    CHECK(relative_error(equilibrium_gas_pressure(s), 100300.0 + 2.0 * 0.055 / 3e-7 - 6280.0) < 1e-15);
    CHECK(initial_gas_pressure(s) == equilibrium_gas_pressure(s));
    const Scenario free = default_scenario(Kind::bubble);
    CHECK(relative_error(equilibrium_gas_pressure(free), 101325.0 + 2.0 * 0.0728 / 1e-5 - 2339.0) < 1e-15);
    Scenario given;
    given.gas.initial_pressure = 1234.0;
    CHECK(initial_gas_pressure(given) == 1234.0);
}

TEST_CASE("a polytropic gas follows its exponent, an ideal one its moles") {
    CHECK(relative_error(polytropic_pressure(2e5, 1.4, std::log(2.0)), 2e5 * std::pow(0.5, 4.2)) < 1e-14);
    // A mole fills 22.414 l at 0 degrees and one atmosphere (CODATA 2018: 22.41396954 l/mol).
    const double R = std::cbrt(22.41396954e-3 * 0.75 / pi);
    CHECK(relative_error(ideal_pressure(std::array{0.5, 0.3, 0.2}, 273.15, R), 101325.0) < 1e-9);
}

TEST_CASE("the gas of a nucleus fills it at its pressure, split like the partial pressures") {
    const Scenario s;
    const auto n = initial_moles(s);
    CHECK(relative_error(ideal_pressure(n, s.gas.temperature, s.bubble.nucleus_radius), equilibrium_gas_pressure(s)) <
          1e-14);
    CHECK(relative_error(n[1] / n[0], s.gas.n2.partial_pressure / s.gas.co2.partial_pressure) < 1e-14);
    CHECK(relative_error(n[2] / n[0], s.gas.o2.partial_pressure / s.gas.co2.partial_pressure) < 1e-14);
}

TEST_CASE("an old layer leaves steady diffusion, a young one a plane wall's") {
    const Gas gas;
    const double R = 4e-4, c0 = tissue_concentration(gas.co2, gas.temperature);
    // Into an empty bubble, steady: 4 pi R D c0 (Fick); through a thin layer: 4 pi R^2 c0 sqrt(D/s).
    const std::array<double, 3> empty{};
    CHECK(relative_error(fluxes(gas, R, empty, 1e20)[0], 4.0 * pi * R * gas.co2.diffusivity * c0) < 1e-9);
    const double thin = 4.0 * pi * R * R * c0 * std::sqrt(gas.co2.diffusivity / 1e-14);
    CHECK(relative_error(fluxes(gas, R, empty, 1e-14)[0], thin) < 1e-7);
}

TEST_CASE("gas goes where there is less of it, and only through what is open") {
    const Gas gas;
    const double R = 4e-4;
    std::array<double, 3> n{};
    for (std::size_t i = 0; i < 3; ++i)
        n[i] = species(gas)[i].partial_pressure * sphere_volume(R) / (gas_constant * gas.temperature);
    const auto empty = fluxes(gas, R, {}, 1.0);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(empty[i] > 0.0);
        CHECK(std::abs(fluxes(gas, R, n, 1.0)[i]) < 1e-14 * empty[i]);  // the tissue's partial pressures
        CHECK(fluxes(gas, R, {2.0 * n[0], 2.0 * n[1], 2.0 * n[2]}, 1.0)[i] < 0.0);
        CHECK(relative_error(fluxes(gas, R, {}, 1.0, 0.25)[i], 0.25 * empty[i]) < 1e-15);
    }
    const double c0 = tissue_concentration(gas.n2, gas.temperature);
    const auto half = Diffusion(gas).rates(R, {0.0, 0.0, 0.0}, {0.0, 0.5 * c0, 0.0}, 1.0, 1.0);
    CHECK(relative_error(half[1], 0.5 * empty[1]) < 1e-14);
}

TEST_CASE("a skin opens when the nucleus has grown five times; without one it is open") {
    Bubble bubble;
    CHECK(exchange_gate(bubble, std::log(5.0)) == 0.5);
    CHECK(exchange_gate(bubble, 0.0) < 1e-6);
    CHECK(exchange_gate(bubble, std::log(1000.0)) == 1.0);
    bubble.stabilised = false;
    CHECK(exchange_gate(bubble, 0.0) == 1.0);
}
