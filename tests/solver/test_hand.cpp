#include "solver/hand.hpp"

#include <doctest/doctest.h>

#include "tests/solver/compare.hpp"

using namespace synovia;
using test::difference_quotient;

namespace {

constexpr double start = 0.2, rise = 0.5;
double ramp(double t) { return minimum_jerk(t, start, rise).value; }

}  // namespace

TEST_CASE("the ramp rests at 0 before its start and at 1 after its end") {
    for (const double t : {-1.0, 0.0, start}) CHECK(ramp(t) == 0.0);
    for (const double t : {start + rise + 1e-12, 3.0}) CHECK(ramp(t) == 1.0);
    CHECK(minimum_jerk(-1.0, start, rise).rate == 0.0);
    CHECK(minimum_jerk(3.0, start, rise).acceleration == 0.0);
}

TEST_CASE("the ramp is antisymmetric about its middle and fastest there, at 15/8 of the mean speed") {
    const double middle = start + 0.5 * rise;
    CHECK(std::abs(ramp(middle) - 0.5) < 1e-15);
    CHECK(std::abs(ramp(middle - 0.1) + ramp(middle + 0.1) - 1.0) < 1e-15);
    CHECK(test::relative_error(minimum_jerk(middle, start, rise).rate, 15.0 / 8.0 / rise) < 1e-14);
    CHECK(std::abs(minimum_jerk(middle, start, rise).acceleration) < 1e-13);
}

TEST_CASE("value, rate and acceleration join the rest without a jump") {
    for (const double t : {start + 1e-9, start + rise - 1e-9}) {
        const Motion<double> w = minimum_jerk(t, start, rise);
        CHECK(std::abs(w.rate) < 1e-14);         // 30 s^2 / rise at s = 2e-9
        CHECK(std::abs(w.acceleration) < 1e-6);  // 60 s / rise^2
        CHECK(std::abs(w.value - (t > 0.5 ? 1.0 : 0.0)) < 1e-14);
    }
}

TEST_CASE("rate and acceleration of the ramp are its derivatives") {
    for (const double t : {0.25, 0.4, 0.61}) {
        const Motion<double> w = minimum_jerk(t, start, rise);
        const auto rate = [](double u) { return minimum_jerk(u, start, rise).rate; };
        // the difference quotient is exact for a quintic up to its fifth derivative: 720/rise^5 h^4/30 = 8e-10
        CHECK(std::abs(w.rate - difference_quotient(ramp, t, 1e-3)) < 2e-9);
        CHECK(std::abs(w.acceleration - difference_quotient(rate, t, 1e-3)) < 2e-9);
    }
}

TEST_CASE("a cubic piece takes the given places and speeds at its ends") {
    const CubicPiece piece{.t0 = 1.0, .t1 = 3.0, .x0 = 5.0, .x1 = 4.0, .v0 = 0.25, .v1 = -2.0};
    CHECK(std::abs(piece.at(1.0).value - 5.0) < 1e-14);
    CHECK(std::abs(piece.at(1.0).rate - 0.25) < 1e-14);
    CHECK(std::abs(piece.at(3.0).value - 4.0) < 1e-14);
    CHECK(std::abs(piece.at(3.0).rate + 2.0) < 1e-14);
}

TEST_CASE("a cubic piece reproduces a cubic with both derivatives") {
    // x = t^3 - 2 t on [-1, 2]
    const CubicPiece piece{.t0 = -1.0, .t1 = 2.0, .x0 = 1.0, .x1 = 4.0, .v0 = 1.0, .v1 = 10.0};
    for (const double t : {-0.9, 0.0, 0.7, 1.9}) {
        const Motion<double> x = piece.at(t);
        CHECK(std::abs(x.value - (t * t * t - 2.0 * t)) < 1e-14);
        CHECK(std::abs(x.rate - (3.0 * t * t - 2.0)) < 1e-14);
        CHECK(std::abs(x.acceleration - 6.0 * t) < 1e-14);
    }
}

TEST_CASE("after its end, or without a length, a cubic piece stays where it ends") {
    const CubicPiece piece{.t0 = 0.0, .t1 = 1.0, .x0 = 0.0, .x1 = 2.0, .v0 = 0.0, .v1 = 3.0};
    CHECK(piece.at(1.5).value == 2.0);
    CHECK(piece.at(1.5).rate == 0.0);
    const CubicPiece instant{.t0 = 1.0, .t1 = 1.0, .x0 = 0.0, .x1 = 2.0};
    CHECK(instant.at(1.0).value == 2.0);
}

TEST_CASE("a pull that is held keeps its way, one that is released goes back the same way") {
    Traction traction;
    CHECK(traction_profile(traction, 10.0).value == 1.0);
    traction.release_time = 0.3;
    CHECK(traction_profile(traction, 0.3).value == 1.0);
    CHECK(traction_profile(traction, 1.0).value == 0.0);
    const Motion<double> up = traction_profile(traction, 0.05), down = traction_profile(traction, 0.35);
    CHECK(std::abs(up.value + down.value - 1.0) < 1e-14);
    CHECK(test::relative_error(down.rate, -up.rate) < 1e-13);
    CHECK(test::relative_error(down.acceleration, -up.acceleration) < 1e-13);
}

TEST_CASE("a release before the pull is complete takes away the same ramp") {
    Traction traction;
    traction.release_time = 0.05;
    CHECK(traction_profile(traction, 0.1).value ==
          ((minimum_jerk(0.1, 0.0, 0.15).value) - minimum_jerk(0.1, 0.05, 0.15).value));
    CHECK(traction_profile(traction, 0.2).value == 0.0);
}

TEST_CASE("the knots are the ends of the ramps") {
    Traction traction;
    CHECK(traction_knots(traction) == std::vector<double>{traction.rise_time});
    traction.release_time = 0.3;
    CHECK(traction_knots(traction) == std::vector<double>{0.15, 0.3, 0.3 + 0.15});
}

TEST_CASE("a hand goes where it is sent, from where it is, and stays") {
    Hand hand;
    hand.move_to(1.0, 0.1);
    CHECK(test::relative_error(hand.step(0.05).position, 0.5) < 1e-12);
    // 15/8 of the mean velocity, at the middle
    CHECK(test::relative_error(hand.step(0.0).velocity.value(), 18.75) < 1e-12);
    hand.move_to(0.0, 0.1);
    CHECK(test::relative_error(hand.step(0.0).position, 0.5) < 1e-12);
    const HandPoint end = hand.step(1.0);
    CHECK(end.position == 0.0);
    CHECK(end.velocity.value() == 0.0);
    CHECK_FALSE(hand.moving());
}

TEST_CASE("a hand from rest moves as the hand of a preset does") {
    Hand hand;
    hand.move_to(6e-3, 0.15);
    for (int i = 1; i <= 30; ++i) {
        const double s = i / 30.0, w = s * s * s * (10.0 - 15.0 * s + 6.0 * s * s);
        const double rate = 30.0 * s * s * (1.0 - s) * (1.0 - s) / 0.15;
        const HandPoint point = hand.step(0.005);
        CHECK(std::abs(point.position - 6e-3 * w) < 1e-15);
        CHECK(std::abs(*point.velocity - 6e-3 * rate) < 1e-13);
    }
    CHECK_FALSE(hand.moving());
    CHECK(hand.step(1.0).position == 6e-3);
}

TEST_CASE("a hand that is sent elsewhere on its way jerks neither in place nor speed nor force") {
    Hand hand;
    hand.move_to(6e-3, 0.15);
    hand.step(0.07);
    const double dt = 1e-6;
    const HandPoint a = hand.step(dt), b = hand.step(dt);
    hand.move_to(1e-3, 0.05);
    const HandPoint c = hand.step(dt), d = hand.step(dt);
    const double before = (*b.velocity - *a.velocity) / dt, after = (*d.velocity - *c.velocity) / dt;
    CHECK(std::abs(c.position - b.position - *b.velocity * dt) < 1e-11);
    CHECK(std::abs(*c.velocity - *b.velocity - before * dt) < 1e-9);
    CHECK(test::relative_error(after, before) <
          0.02);  // the jerk is 1500 m/s3: 1 % of the acceleration in two microseconds
    CHECK(hand.step(0.05).position == 1e-3);
    CHECK(hand.position() == 1e-3);
}
