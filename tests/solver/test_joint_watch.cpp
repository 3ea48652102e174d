#include "solver/joint_watch.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "solver/blake.hpp"
#include "solver/dissolution.hpp"
#include "solver/hand.hpp"
#include "solver/joint_stream.hpp"
#include "solver/simulate.hpp"
#include "solver/sphere.hpp"
#include "solver/summary.hpp"
#include "tests/bench/cases.hpp"
#include "tests/solver/compare.hpp"
#include "tests/validation/crack_cases.hpp"

using namespace synovia;
using test::relative_error;

namespace {

std::vector<Event> of_kind(const Trajectory& run, EventKind kind) {
    std::vector<Event> found;
    std::copy_if(run.events.begin(), run.events.end(), std::back_inserter(found),
                 [&](const Event& e) { return e.kind == kind; });
    return found;
}

}  // namespace

TEST_CASE("a nucleus sleeps until its pressure falls through the threshold, to the last bit") {
    const Trajectory run = simulate(crack::u3().scenario);
    const auto fired = of_kind(run, EventKind::firing);
    REQUIRE(fired.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(fired[i].pocket == i);
        CHECK(relative_error(fired[i].value, crack::u3().scenario.bubble.firing_pressures[i]) < 1e-9);
        CHECK(fired[i].radius == 1e-6);
        std::vector<PocketSample> before(3);
        run.pockets_at(0.999 * fired[i].time, before);
        CHECK(before[i].radius == 1e-6);
        CHECK(before[i].wall_velocity == 0.0);
    }
}

TEST_CASE("a bubble that shrinks to its nucleus sleeps again, and does not fire twice in one pull") {
    Scenario s = crack::knuckle({0.6, 0.4}, {-6e4, -9e4});
    s.traction.release_time = 0.07;  // barely open: the bubbles close altogether
    s.traction.release_ramp = 0.02;
    s.traction.distance = 4e-3;
    s.simulation.duration = 0.3;
    const Trajectory run = simulate(s);
    CHECK(run.outcome == Outcome::popped);
    std::vector<std::size_t> firings(2);
    for (const Event& e : of_kind(run, EventKind::firing)) ++firings[e.pocket];
    for (const std::size_t n : firings) CHECK(n <= 1);
    for (const Event& e : of_kind(run, EventKind::closing)) {
        CHECK(relative_error(e.radius, 2.5e-6) < 1e-6);
        CHECK(e.value < 0.0);
        std::vector<PocketSample> later(2);
        run.pockets_at(std::nextafter(e.time, 1.0), later);
        CHECK(later[e.pocket].radius == 1e-6);
    }
}

TEST_CASE("a small bubble that is left dissolves on the way, and the nucleus behind it pops all the same") {
    for (const Firing firing : {Firing::blake, Firing::threshold}) {
        Scenario s;
        s.bubble.firing = firing;
        s.bubble.firing_pressures = {-1e5};
        if (firing == Firing::blake) s.bubble.firing_pressures.clear();
        const double R = 1e-6;
        JointStart left(1);
        const double moles = (100300.0 + 2.0 * 0.055 / R - 6280.0) * sphere_volume(R) / (8.314462618 * 310.15);
        left[0].moles = {0.1 * moles, 0.8 * moles, 0.1 * moles};
        left[0].dissolved = rested(s, left, 1e9)[0].dissolved;
        const Trajectory run = simulate(s, left);
        CHECK(run.outcome == Outcome::popped);
        CHECK(of_kind(run, EventKind::closing).size() == 1);
        const double first = summarise(simulate(s)).peak_level_db_spl;
        CHECK(std::abs(summarise(run).peak_level_db_spl - first) < 0.1);
    }
}

TEST_CASE("a pull that finds much gas does not pop, and counts what it finds") {
    const Scenario s;
    const Trajectory first = simulate(s);
    REQUIRE(first.left_over.size() == 1);
    CHECK(first.left_over[0].moles == first.at(0.4).gas_mol);
    const Trajectory again = simulate(s, first.left_over);
    CHECK(again.outcome == Outcome::no_nucleation);
    CHECK(summarise(again).peak_level_db_spl < summarise(first).peak_level_db_spl - 40.0);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(relative_error(again.at(0.0).gas_mol[i], first.left_over[0].moles[i]) < 1e-15);  // scaled and back
}

TEST_CASE("a skin that tears early waits for Blake's tension") {
    Scenario s = crack::u8().scenario;
    s.bubble.strength_draws = {1e-3, 1e-3, 1e-3, 1e-3};  // torn long before -24.7 kPa, where a micrometre lets go
    s.bubble.strength = 2e4;
    const Trajectory run = simulate(s);
    const auto fired = of_kind(run, EventKind::firing);
    REQUIRE_FALSE(fired.empty());
    CHECK(relative_error(fired[0].value, blake_threshold(s)) < 1e-6);
    for (const Event& e : fired) CHECK(e.value <= blake_threshold(s) * (1.0 - 1e-6));  // both negative
}

TEST_CASE("a strength far below the tension is no number too large") {
    Scenario s = crack::u8().scenario;
    s.bubble.strength = 1e3;
    s.bubble.strength_spread = 0.05;  // exp(1000) and more at Blake's tension
    CHECK(simulate(s).outcome == Outcome::popped);
}

TEST_CASE("walls that rest do not turn at every step, however coarse the steps") {
    Scenario s = bench::crack(5);
    const auto steps = [&](double tolerance) {
        s.simulation.relative_tolerance = tolerance;
        JointStream stream(s);
        Hand hand;
        std::size_t taken = 0;
        for (const double place : {s.traction.distance, 0.0}) {  // pulled, and let go: squeezed bubbles rest
            hand.move_to(place, 0.05);
            for (int i = 0; i < 60; ++i) taken = stream.advance(stream.time() + 5e-3, hand.step(5e-3)).statistics.steps;
        }
        return taken;
    };
    CHECK(steps(1e-4) < steps(1e-6));
}
