#include "solver/hermite_extrema.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <vector>

#include "tests/near.hpp"

using namespace synovia;
using synovia::test::near;

namespace {

/// x = t^3 - 3 t on [-2, 2] in uneven pieces: a maximum of 2 at -1, the slowest rate, -3, at 0.
HermiteTable cubic() {
    const std::vector<double> t{-2.0, -0.9, 0.4, 1.7, 2.0};
    std::vector<double> x, v;
    for (const double s : t) {
        x.push_back(s * s * s - 3.0 * s);
        v.push_back(3.0 * s * s - 3.0);
    }
    return {t, x, v};
}

HermiteTable piece(double x0, double v0, double x1, double v1) {
    return {std::vector{0.0, 1.0}, std::vector{x0, x1}, std::vector{v0, v1}};
}

}  // namespace

TEST_CASE("a maximum inside a piece is found to the last digits, whichever way the piece bends") {
    CHECK(std::abs(maximum(cubic()) - 2.0) < 1e-14);                    // also the value at the end
    CHECK(std::abs(maximum(piece(0, 1, 0, -1)) - 0.25) < 1e-15);        // t (1 - t): no bend
    CHECK(std::abs(maximum(piece(0, 1, 0, 0)) - 4.0 / 27.0) < 1e-15);   // t (1 - t)^2 at 1/3, its end has no rate
    CHECK(std::abs(maximum(piece(0, 0, 0, -1)) - 4.0 / 27.0) < 1e-15);  // and its mirror image
    CHECK(std::abs(maximum(piece(0, 1e-9, 0, -1)) - 4.0 / 27.0) < 1e-9);
    CHECK(maximum(piece(3, -1, 1, -1)) == 3.0);
}

TEST_CASE("the largest rate is at an end or where the acceleration falls through zero") {
    CHECK(maximum_rate(cubic()) == near(9.0, 1e-14));                // at both ends
    CHECK(std::abs(maximum_rate(piece(0, 0, 1, 0)) - 1.5) < 1e-15);  // 3 t^2 - 2 t^3 in its middle
    CHECK(maximum_rate(piece(3, -1, 1, -1)) == -1.0);
}

TEST_CASE("gain within a window starts from zero where the value was negative") {
    // from -1 to 3 at rate 4: 0 until 1/4
    const HermiteTable line(std::vector{0.0, 0.25, 0.5, 1.0}, std::vector{-1.0, 0.0, 1.0, 3.0},
                            std::vector{4.0, 4.0, 4.0, 4.0});
    CHECK(std::abs(maximum_gain(line, 0.5) - 2.0) < 1e-15);
    CHECK(std::abs(maximum_gain(line, 9.0) - 3.0) < 1e-15);
}
