#include "solver/hand.hpp"

#include <doctest/doctest.h>

#include <random>

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

TEST_CASE("a hand that is sent elsewhere on its way jerks neither in place nor speed") {
    Hand hand;
    hand.move_to(6e-3, 0.15);
    hand.step(0.07);
    const double dt = 1e-6;
    const HandPoint a = hand.step(dt);
    hand.move_to(1e-3, 0.05);
    const HandPoint b = hand.step(0.0), c = hand.step(dt);
    CHECK(b.position == a.position);
    CHECK(*b.velocity == *a.velocity);
    // y'' = -6 v0 u (1 - u)/t_b and w'' = 60 s/T^2 are below 100 m/s2 here
    CHECK(std::abs(c.position - b.position - *b.velocity * dt) < 100.0 * dt * dt);
    CHECK(std::abs(*c.velocity - *b.velocity) < 100.0 * dt);
    CHECK(hand.step(0.05).position == 1e-3);
    CHECK(hand.position() == 1e-3);
}

TEST_CASE("a fast hand that is sent back slowly brakes, and does not run away") {
    Hand hand;
    hand.move_to(1.0, 0.1);
    const HandPoint turn = hand.step(0.01);
    // s = 1/10: w = 0.00856, w' = 30 s^2 (1 - s)^2 = 0.243
    CHECK(std::abs(turn.position - 0.00856) < 1e-15);
    CHECK(std::abs(*turn.velocity - 2.43) < 1e-13);
    hand.move_to(0.0, 600.0);
    double furthest = 0.0;
    for (int i = 0; i < 6000; ++i) furthest = std::max(furthest, hand.step(0.1).position);
    CHECK(hand.step(1.0).position == 0.0);
    // |v0| t_b/2 with t_b = 20 ms; the mean with 0 takes off w(0.1 s/600 s) = 5e-11 of it
    CHECK(std::abs(furthest - (0.00856 + 0.0243)) < 1e-10);
}

TEST_CASE("a hand that turns within its way does not leave it") {
    Hand hand;
    hand.move_to(1.0, 0.1);
    hand.step(0.09);
    hand.move_to(0.5, 0.1);
    double furthest = 0.0;
    for (int i = 0; i < 1000; ++i) furthest = std::max(furthest, hand.step(1e-4).position);
    CHECK(furthest > 0.99144);  // w(0.9)
    CHECK(furthest < 1.0);
}

TEST_CASE(
    "a hand stays within its goals, and below ten times their width by the shortest time, whatever is asked of it") {
    std::mt19937_64 generator(1);
    const auto random = [&] { return static_cast<double>(generator() >> 11U) * 0x1p-53; };
    for (int run = 0; run < 50; ++run) {
        Hand hand;
        double low = 0.0, high = 0.0, shortest = 1e9, before = 0.0;
        for (int turn = 0; turn < 30; ++turn) {
            const double goal = 2.0 * random() - 0.5, seconds = 0.005 * std::pow(1e5, random() * random());
            low = std::min(low, goal), high = std::max(high, goal), shortest = std::min(shortest, seconds);
            hand.move_to(goal, seconds);
            const int steps = static_cast<int>(40.0 * random());
            for (int i = 0; i < steps; ++i) {
                const HandPoint point = hand.step(1e-3);
                const double fastest = 10.0 * (high - low) / shortest;
                REQUIRE(point.position >= low - 1e-12);
                REQUIRE(point.position <= high + 1e-12);
                REQUIRE(std::abs(*point.velocity) <= fastest * (1.0 + 1e-12));
                REQUIRE(std::abs(point.position - before) <= 1e-3 * fastest * (1.0 + 1e-12));
                before = point.position;
            }
        }
    }
}
