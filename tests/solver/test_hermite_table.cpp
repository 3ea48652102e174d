#include "solver/hermite_table.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

/// x = t^3 - 2 t at unequal points: a cubic is its own Hermite interpolant.
HermiteTable cubic() {
    const std::vector<double> t{-1.0, -0.25, 0.0, 2.0};
    std::vector<double> x, v;
    for (const double s : t) {
        x.push_back(s * s * s - 2.0 * s);
        v.push_back(3.0 * s * s - 2.0);
    }
    return {t, x, v};
}

}  // namespace

TEST_CASE("a cubic is reproduced with its rate and acceleration, at the points and between them") {
    const HermiteTable table = cubic();
    for (const double t : {-1.0, -0.7, -0.25, -0.1, 0.0, 0.3, 1.9, 2.0}) {
        const Motion<double> at = table.at(t);
        CHECK(std::abs(at.value - (t * t * t - 2.0 * t)) < 1e-14);
        CHECK(std::abs(at.rate - (3.0 * t * t - 2.0)) < 1e-14);
        CHECK(std::abs(at.acceleration - 6.0 * t) < 1e-13);
    }
}

TEST_CASE("before the first and after the last point nothing moves") {
    const HermiteTable table = cubic();
    CHECK(table.at(-5.0).value == 1.0);
    CHECK(table.at(-5.0).rate == 0.0);
    CHECK(table.at(7.0).value == 4.0);
    CHECK(table.at(7.0).rate == 0.0);
}

TEST_CASE("a dual number carries the rate through") {
    const Dual<1> t = Dual<1>::variable(0.3, 0);
    CHECK(std::abs(cubic().at(t).value.d[0] - (3.0 * 0.09 - 2.0)) < 1e-14);
}

TEST_CASE("pieces are counted between the points") {
    CHECK(cubic().pieces() == 3);
    CHECK(cubic().piece(1).t0 == -0.25);
    CHECK(cubic().piece(1).x1 == 0.0);
}
