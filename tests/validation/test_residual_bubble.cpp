// Claim: once its CO2 is gone, the bubble that a pop leaves lives as long as Epstein & Plesset's steady diffusion takes
// to carry its nitrogen off against the oxygen window,
//   dn/dt = -4 pi R D L/(R_g T) (p - pp),   n = 4/3 pi R^3 p/(R_g T),   p = p_0 + 2 sigma/R,
// hours, not the 20 minutes of a finger (Unsworth et al. 1971, recalled). It is what this model says, see
// solver/README.md, section 7.
#include <doctest/doctest.h>

#include "solver/dissolution.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/near.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using synovia::test::near;
using synovia::test::relative_error;

namespace {

/// Seconds until the nitrogen of a bubble of radius R is gone: t = integral of (3 p_0 r + 4 sigma)/(3 D L (p - pp)) dr,
/// where CO2 and O2 in the bubble are in equilibrium with the tissue.
double steady_lifetime(const Scenario& s, double R) {
    const double others = s.fluid.vapour_pressure + s.gas.co2.partial_pressure + s.gas.o2.partial_pressure;
    const double p_0 = s.joint.resting_pressure - others, sigma = s.fluid.surface_tension;
    const double mobility = s.gas.n2.diffusivity * s.gas.n2.ostwald;
    constexpr int steps = 10'000;
    const double dr = R / steps;
    double seconds = 0.0;
    for (int i = 0; i < steps; ++i) {
        const double r = (i + 0.5) * dr;
        const double excess = p_0 + 2.0 * sigma / r - s.gas.n2.partial_pressure;
        seconds += (3.0 * p_0 * r + 4.0 * sigma) / (3.0 * mobility * excess) * dr;
    }
    return seconds;
}

}  // namespace

TEST_CASE("the residual bubble of a knuckle loses its CO2 in minutes and its nitrogen in hours") {
    const Scenario knuckle = default_scenario(Kind::joint);
    ResidualBubble bubble = residual_bubble(knuckle, summarise(simulate(knuckle)).gas_mol);
    CHECK(bubble.radius == near(0.43e-3, 0.02));
    CHECK(bubble.gas_mol[0] > 2.0 * bubble.gas_mol[1]);  // more CO2 than nitrogen
    double minutes = 5.0;
    bubble = dissolved(knuckle, bubble, 60.0 * minutes);
    CHECK(bubble.gas_mol[0] < 0.1 * bubble.gas_mol[1]);

    const double steady_minutes = steady_lifetime(knuckle, bubble.radius) / 60.0;
    for (; bubble.radius > 0.0 && minutes < 1000.0; minutes += 0.25) bubble = dissolved(knuckle, bubble, 15.0);
    MESSAGE("gone after " << minutes << " min; steady diffusion of nitrogen: " << steady_minutes + 5.0 << " min");
    // The layer that still grows carries off a few per cent more, CO2 and O2 a little above the tissue's a few less.
    CHECK(relative_error(minutes - 5.0, steady_minutes) < 0.05);
}
