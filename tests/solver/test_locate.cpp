#include "solver/locate.hpp"

#include <doctest/doctest.h>

#include <numbers>

using namespace synovia;

TEST_CASE("bisection finds a root to the last bit, rising or falling") {
    const double root = bisect([](double x) { return x * x - 2.0; }, 0.0, 2.0);
    CHECK(std::abs(root - std::numbers::sqrt2) <= 0x1p-52);
    const double falling = bisect([](double x) { return std::cos(x); }, 0.0, 3.0);
    CHECK(std::abs(falling - 0.5 * std::numbers::pi) <= 0x1p-51);
}

TEST_CASE("bisection returns a root it meets and one that lies at an end") {
    CHECK(bisect([](double x) { return x - 0.5; }, 0.0, 1.0) == 0.5);
    CHECK(std::abs(bisect([](double x) { return x; }, 0.0, 1.0)) < 1e-300);
    CHECK(std::abs(bisect([](double x) { return x - 1.0; }, 0.0, 1.0) - 1.0) <= 0x1p-52);
}

TEST_CASE("bisection over a jump ends at the jump") {
    CHECK(std::abs(bisect([](double x) { return x < 0.3 ? -1.0 : 1.0; }, 0.0, 1.0) - 0.3) < 1e-15);
}

TEST_CASE("bisection of a function that turns NaN ends too") {
    const double x = bisect([](double) { return std::nan(""); }, 0.0, 1.0);
    CHECK(x >= 0.0);
    CHECK(x <= 1.0);
}

TEST_CASE("golden section finds a maximum inside to 1e-9 of a bracket, or the square root of rounding") {
    // a quadratic hides differences below sqrt(2^-52) = 1.5e-8 of its width
    const double place = golden_maximum([](double x) { return -(x - 0.3) * (x - 0.3); }, 0.0, 1.0);
    CHECK(std::abs(place - 0.3) < 1e-8);
}

TEST_CASE("golden section finds a maximum at either end and at a kink") {
    CHECK(golden_maximum([](double x) { return x; }, 2.0, 4.0) > 4.0 - 4e-9);
    CHECK(golden_maximum([](double x) { return -x; }, 2.0, 4.0) < 2.0 + 4e-9);
    CHECK(std::abs(golden_maximum([](double x) { return -std::abs(x - 0.7); }, 0.0, 1.0) - 0.7) < 2e-9);
}
