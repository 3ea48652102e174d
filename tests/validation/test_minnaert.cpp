// Claim: a free bubble rings at Minnaert's frequency (Phil. Mag. 16, 235 (1933)), with surface tension
//   f = (1/2 pi R) sqrt[(3 kappa p_g - 2 sigma/R)/rho].
#include <doctest/doctest.h>

#include <numbers>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/extrema.hpp"

using namespace synovia;

namespace {

Scenario bubble(double R, double swing) {
    Scenario s = default_scenario(Kind::bubble);
    s.fluid.viscosity = 0.0;
    s.bubble.nucleus_radius = R;
    s.gas.polytropic_exponent = 1.4;
    s.bubble.initial_velocity = swing;
    s.simulation.relative_tolerance = 1e-10;
    return s;
}

double minnaert(const Scenario& s) {
    const double R = s.bubble.nucleus_radius, tension = 2.0 * s.fluid.surface_tension / R;
    const double p_g = s.pressure.ambient + tension - s.fluid.vapour_pressure;
    return std::sqrt((3.0 * s.gas.polytropic_exponent * p_g - tension) / s.fluid.density) /
           (2.0 * std::numbers::pi * R);
}

}  // namespace

TEST_CASE("the frequency of small swings tends to Minnaert's, from a millimetre to ten microns") {
    for (const double R : {1e-3, 1e-5}) {
        const auto frequency = [&](double swing) {
            Scenario s = bubble(R, swing);
            s.simulation.duration = 20.5 / minnaert(s);
            return test::ringing_frequency(simulate(s));
        };
        // The swing lowers f by a multiple of its square; two swings extrapolate to none: error swing^4 = 1e-10.
        const double f = (4.0 * frequency(0.05) - frequency(0.1)) / 3.0;
        CHECK(test::relative_error(f, minnaert(bubble(R, 0.0))) < 1e-8);
    }
}

TEST_CASE("a large swing rings lower") {
    Scenario s = bubble(1e-3, 5.0);
    s.simulation.duration = 10.0 / minnaert(s);
    CHECK(test::ringing_frequency(simulate(s)) < 0.99 * minnaert(s));
}
