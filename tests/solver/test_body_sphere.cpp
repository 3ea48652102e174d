#include "solver/body_sphere.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <numbers>

using namespace synovia;

namespace {

double decibels(double radius_m, double hertz, double cos_angle) {
    return 20.0 * std::log10(std::abs(body_sphere(2.0 * std::numbers::pi * hertz * radius_m / 343.0, cos_angle)));
}

}  // namespace

TEST_CASE("a small body is not there: 1 + 3/2 i ka cos(theta)") {
    CHECK(body_sphere(0.0, 0.3) == 1.0);
    for (const double ka : {1e-9, 1e-4, 1e-3})
        for (const double x : {-1.0, -0.2, 1.0}) {
            const std::complex<double> expected(1.0, 1.5 * ka * x);
            CHECK(std::abs(body_sphere(ka, x) - expected) < 2.0 * ka * ka + 1e-15);  // the next term is of order (ka)^2
        }
}

TEST_CASE("a large body is a wall: twice the pressure in front, early by its radius") {
    const double ka = 500.0;
    const std::complex<double> front = body_sphere(ka, 1.0);
    CHECK(std::abs(std::abs(front) - 2.0) < 1e-4);                  // 2 (1 + O(1/ka^2))
    CHECK(std::abs(front / std::polar(2.0, ka) - 1.0) < 1.1 / ka);  // late by 1/ka of a radian
}

TEST_CASE("the pole of order zero alone is the breathing sphere, (1 + i ka)^-1 e^(i ka)") {
    // The mean over all directions keeps only n = 0. Gauss' rule with 16 points is exact up to P_31.
    const double ka = 2.0;
    std::complex<double> mean = 0.0;
    constexpr int steps = 4000;
    for (int i = 0; i < steps; ++i) mean += body_sphere(ka, -1.0 + (2.0 * i + 1.0) / steps) / double(steps);
    const std::complex<double> breathing = std::polar(1.0, ka) / std::complex<double>(1.0, ka);
    CHECK(std::abs(mean - breathing) < 1e-6);  // midpoint rule with 4000 points
}

TEST_CASE("a trunk of 15 cm and a finger of 8 mm, in front of the source") {
    CHECK(std::abs(decibels(0.15, 500.0, 1.0) - 3.6) < 0.05);
    CHECK(std::abs(decibels(0.15, 1000.0, 1.0) - 4.7) < 0.05);
    CHECK(std::abs(decibels(0.15, 2000.0, 1.0) - 5.6) < 0.05);
    CHECK(std::abs(decibels(0.15, 4000.0, 1.0) - 5.9) < 0.05);
    CHECK(std::abs(decibels(0.008, 4000.0, 1.0) - 1.1) < 0.05);
    CHECK(std::abs(decibels(0.008, 8000.0, 1.0) - 3.4) < 0.05);
}

TEST_CASE("exactly behind, the waves that creep round the body meet in step: about as loud as without it") {
    for (const double hertz : {500.0, 1000.0, 2000.0}) CHECK(std::abs(decibels(0.15, hertz, -1.0)) < 2.0);
}

TEST_CASE("the series is stable and finite over its whole range") {
    for (const double ka : {1e-11, 1e-6, 0.1, 1.0, 30.0, 1e3, 1e4})
        for (const double x : {-1.0, -0.999, 0.0, 0.7, 1.0}) {
            const double size = std::abs(body_sphere(ka, x));
            CHECK(std::isfinite(size));
            CHECK(size < 2.5);
        }
}
