#include "solver/sphere.hpp"

#include <doctest/doctest.h>

#include "solver/dual.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

TEST_CASE("a sphere holds two thirds of the cylinder around it, as Archimedes found") {
    for (const double R : {3e-7, 1.0, 4e-3})
        CHECK(relative_error(sphere_volume(R), 2.0 / 3.0 * (std::numbers::pi * R * R) * (2.0 * R)) < 1e-15);
}

TEST_CASE("rate and acceleration are the derivatives of the volume") {
    // R = R0 + U t + dU t^2/2 about t = 0
    const double R0 = 2e-3, U = 1.5, dU = -3e4;
    using D = Dual<1>;
    const D t = D::variable(0.0, 0), R = R0 + t * (U + 0.5 * dU * t), rate = U + dU * t;
    CHECK(relative_error(volume_rate(R0, U), sphere_volume(R).d[0]) < 1e-15);
    CHECK(relative_error(volume_acceleration(R0, U, dU), volume_rate(R, rate).d[0]) < 1e-14);
}
