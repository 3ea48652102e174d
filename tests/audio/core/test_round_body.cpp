#include "audio/core/round_body.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

double distance(const Place& a, const Place& b) { return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z); }

}  // namespace

TEST_CASE("the origin lies on the skin, whichever way it looks") {
    for (const double facing : {0.0, 37.0, 180.0}) CHECK(on_skin({0.15, facing}, {}) == Place{});
}

TEST_CASE("what lies deeper or aside is heard where the line from the centre meets the skin") {
    // The centre is 0.15 m behind the origin. A joint 0.05 m below the skin and one 0.15 m to the side of the centre:
    const Place deep = on_skin({0.15, 0.0}, {0.0, 0.05, 0.0}), side = on_skin({0.15, 0.0}, {0.3, 0.15, 0.0});
    CHECK(distance(deep, {}) < 1e-15);
    CHECK(distance(side, {0.15, 0.15, 0.0}) < 1e-15);
    // Looking to the right, the centre lies to the left of the origin: (-0.15, 0).
    CHECK(distance(on_skin({0.15, 90.0}, {-0.15, -1.0, 0.0}), {-0.15, -0.15, 0.0}) < 1e-15);
    CHECK_THROWS_AS(on_skin({0.15, 0.0}, {0.0, 0.15, 0.0}), std::invalid_argument);
}

TEST_CASE("the head sees the origin by the body's own angle, an ear by a little more or less") {
    for (const double facing : {0.0, 40.0, 180.0}) {
        const SphereBody head = seen({0.15, facing}, {}, {0.0, -0.3, 0.0}, 340.0);
        CHECK(head.radius_m == 0.15);
        CHECK(head.distance_m == near(0.3, 1e-15));
        CHECK(std::abs(head.facing_deg - facing) < 1e-5);
        CHECK(head.sound_speed_m_s == 340.0);
    }
    // By hand: atan(0.085/0.3) = 15.8192 degrees; a body that looks 40 degrees to the right looks past the right ear.
    const SphereBody left = seen({0.15, 40.0}, {}, {-0.085, -0.3, 0.0}, 343.0);
    const SphereBody right = seen({0.15, 40.0}, {}, {0.085, -0.3, 0.0}, 343.0);
    CHECK(left.facing_deg == near(40.0 + 15.81917, 1e-6));
    CHECK(right.facing_deg == near(40.0 - 15.81917, 1e-6));
    CHECK(left.distance_m == near(0.31180924, 1e-7));
}
