#include "solver/softplus.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include "tests/solver/compare.hpp"

using namespace synovia;

TEST_CASE("far below it is nothing, far above it is x, in the middle w ln 2 with slope 1/2") {
    CHECK(softplus(-200.0, 0.2).value == 0.0);
    CHECK(softplus(200.0, 0.2).value == 200.0);
    CHECK(softplus(200.0, 0.2).slope == 1.0);
    CHECK(std::abs(softplus(0.0, 0.2).value - 0.2 * std::log(2.0)) < 1e-16);
    CHECK(softplus(0.0, 0.2).slope == 0.5);
    CHECK(std::isfinite(softplus(1e300, 1e-3).value));
}

TEST_CASE("s(x) - s(-x) = x, and the slope is the derivative") {
    for (const double x : {-1.3, -0.1, 0.05, 0.7}) {
        CHECK(std::abs(softplus(x, 0.2).value - softplus(-x, 0.2).value - x) < 1e-15);
        const double slope = test::difference_quotient([](double y) { return softplus(y, 0.2).value; }, x, 1e-3);
        CHECK(std::abs(softplus(x, 0.2).slope - slope) < 1e-9);
    }
}
