#include "solver/rheology.hpp"

#include <doctest/doctest.h>

#include "solver/dual.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

const Fluid synovial{};  // Carreau: mu0 = 1, mu_inf = 5e-3, tau = 1, n = 0.4

Fluid newtonian(double mu) {
    Fluid fluid;
    fluid.rheology = Rheology::newtonian;
    fluid.viscosity = mu;
    return fluid;
}

}  // namespace

TEST_CASE("a newtonian liquid has one viscosity at every rate") {
    for (const double gamma : {0.0, 1.0, 1e6}) {
        CHECK(viscosity(newtonian(0.02), gamma).mu == 0.02);
        CHECK(viscosity(newtonian(0.02), gamma).mu_gamma == 0.0);
    }
}

TEST_CASE("a Carreau liquid rests at mu0 and thins towards mu_inf") {
    CHECK(viscosity(synovial, 0.0).mu == synovial.zero_shear_viscosity);
    // what is left of mu0 - mu_inf at tau gamma = 1e12 is 1e12^(n-1) = 6.3e-8
    const double left = viscosity(synovial, 1e12).mu - synovial.infinite_shear_viscosity;
    CHECK(relative_error(left, (1.0 - 5e-3) * std::pow(1e12, -0.6)) < 1e-9);
}

TEST_CASE("the Carreau law at tau gamma = 1 is 2^((n-1)/2) of the way up") {
    CHECK(relative_error(viscosity(synovial, 1.0).mu, 5e-3 + 0.995 * std::pow(2.0, -0.3)) < 1e-15);
}

TEST_CASE("n = 1 is a newtonian liquid of viscosity mu0") {
    Fluid fluid;
    fluid.carreau_index = 1.0;
    CHECK(relative_error(viscosity(fluid, 123.0).mu, fluid.zero_shear_viscosity) < 1e-15);
    CHECK(viscosity(fluid, 123.0).mu_gamma == 0.0);
}

TEST_CASE("mu_gamma is gamma d mu/d gamma") {
    for (const double gamma : {0.01, 0.5, 1.0, 30.0, 1e4}) {
        const auto mu = [](double g) { return viscosity(synovial, g).mu; };
        const double slope = test::difference_quotient(mu, gamma, 1e-3 * gamma);
        CHECK(relative_error(viscosity(synovial, gamma).mu_gamma, gamma * slope) < 1e-8);  // (h/gamma)^4, rounding/h
    }
}

TEST_CASE("duals carry the derivative of the law") {
    const auto gamma = Dual<1>::variable(2.0, 0);
    const Viscosity<Dual<1>> law = viscosity(synovial, gamma);
    CHECK(relative_error(law.mu.d[0] * 2.0, law.mu_gamma.v) < 1e-14);
}

TEST_CASE("the wall of a bubble strains the liquid at 2 sqrt(3) |U|/R, inwards as outwards") {
    const double R = 1e-3, U = 0.4;
    const double gamma = 2.0 * std::sqrt(3.0) * U / R;
    CHECK(relative_error(wall_viscosity(synovial, R, U).mu, viscosity(synovial, gamma).mu) < 1e-14);
    CHECK(wall_viscosity(synovial, R, -U).mu == wall_viscosity(synovial, R, U).mu);
}
