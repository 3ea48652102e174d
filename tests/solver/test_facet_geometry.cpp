#include "solver/facet_geometry.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>
#include <numbers>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

constexpr double degree = std::numbers::pi / 180.0;

/// L4-L5: 46 degrees, tilted by 14, 24 mm behind and 19 mm beside the axis.
FacetGeometry l45(double scale = 1.0) {
    return {{46.0 * degree, 14.0 * degree, 24e-3, 19e-3}, 1.2 * degree, 3e-4, scale};
}

}  // namespace

TEST_CASE("gains are the published half millimetre a degree") {
    // (24 cos 46 + 19 sin 46) cos 14 pi/180 and 2 * 19 sin 46 cos 14 pi/180, in mm per degree
    CHECK(std::abs(l45().gain() * degree * 1e3 - 0.5138) < 5e-5);
    CHECK(std::abs(l45().pivot_gain() * degree * 1e3 - 0.4629) < 5e-5);
}

TEST_CASE("a straight segment is neither open nor closed") {
    CHECK(l45().at(0.0).value == 0.0);
    CHECK(std::abs(l45().at(-1e-12).value) < 1e-13);
}

TEST_CASE("well before contact the axis is the pivot, well after it the opposite facet") {
    const FacetGeometry g = l45();
    CHECK(test::relative_error(g.at(0.1 * degree).lever, g.gain()) < 1e-3);  // s' (-1.1/0.2) = 0.004 of 10 %
    CHECK(test::relative_error(g.at(6.0 * degree).lever, g.pivot_gain()) < 1e-9);
    // the kink is bent, not moved: u -> G1 theta_c + G2 (theta - theta_c)
    const double far = 6.0 * degree, contact = 1.2 * degree;
    CHECK(test::relative_error(g.at(far).value, g.gain() * contact + g.pivot_gain() * (far - contact)) < 1e-3);
}

TEST_CASE("the closing side gives no more than its film") {
    const FacetGeometry g = l45();
    CHECK(g.at(-5.0 * degree).value > -3e-4 - 1e-18);
    CHECK(test::relative_error(g.at(-5.0 * degree).value, -3e-4) < 1e-6);
    CHECK(test::relative_error(g.at(-1e-6).value, -1e-6 * g.gain()) < 1e-4);
    CHECK(test::relative_error(g.at(-0.01).value, -3e-4 * std::tanh(g.gain() * 0.01 / 3e-4)) < 1e-12);
}

TEST_CASE("the lever is the derivative of the opening, on both sides") {
    const FacetGeometry g = l45();
    for (const double theta : {-0.05, -0.01, -1e-3, 1e-3, 0.02, 0.05}) {
        const double slope = test::difference_quotient([&](double x) { return g.at(x).value; }, theta, 1e-5);
        CHECK(std::abs(g.at(theta).lever - slope) < 1e-8);
    }
}

TEST_CASE("the scale multiplies every opening") {
    for (const double theta : {-0.02, 0.01, 0.05})
        CHECK(test::relative_error(l45(1.35).at(theta).value, 1.35 * l45().at(theta).value) < 1e-14);
}
