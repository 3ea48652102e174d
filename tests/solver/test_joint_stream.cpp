#include "solver/joint_stream.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "solver/hand.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

/// The preset's own hand at time t.
HandPoint hand(const Scenario& s, double t) {
    const Motion<double> w = traction_profile(s.traction, t);
    return {s.traction.distance * w.value, s.traction.distance * w.rate};
}

std::vector<double> regular_times() {
    std::vector<double> times;
    for (int i = 1; i <= 400; ++i) times.push_back(1e-3 * i);
    return times;
}
/// Steps between 0.1 and 2 ms that follow no rhythm.
std::vector<double> irregular_times() {
    std::vector<double> times;
    double t = 0.0;
    for (int i = 0; t < 0.4; ++i) times.push_back(t = std::min(0.4, t + 1e-4 + 1.9e-3 * std::abs(std::sin(1.7 * i))));
    return times;
}

/// What a fed run comes to.
struct Fed {
    double first_maximum = 0.0, first_maximum_time = 0.0, nucleation_time = 0.0;
    Sample end;
    Outcome outcome = Outcome::no_nucleation;
};
Fed feed(const Scenario& s, const std::vector<double>& times) {
    JointStream stream(s);
    Fed fed;
    for (const double t : times) {
        const Trajectory piece = stream.advance(t, hand(s, t));
        REQUIRE(finished(piece.outcome));
        for (const Event& e : piece.events) {
            if (e.kind == EventKind::nucleation) fed.nucleation_time = e.time;
            if (e.kind == EventKind::first_maximum) fed.first_maximum = e.radius, fed.first_maximum_time = e.time;
        }
        fed.end = piece.at(t);
        fed.outcome = piece.outcome;
    }
    return fed;
}

}  // namespace

TEST_CASE("fed the preset's own pull, at regular or irregular times, it is the batch run") {
    Scenario s;
    s.simulation.relative_tolerance = 1e-8;
    for (const TractionKind kind : {TractionKind::pull, TractionKind::gap}) {
        s.traction.kind = kind;
        s.traction.distance = kind == TractionKind::gap ? 2e-3 : 6e-3;
        const Trajectory batch = simulate(s);
        for (const auto& times : {regular_times(), irregular_times()}) {
            const Fed fed = feed(s, times);
            CHECK(fed.outcome == Outcome::popped);
            // solver tolerance, and the cubic through 2 ms of the quintic: (h/rise)^4 360/384 = 3e-8 of the way
            REQUIRE(batch.events.size() > 1);
            CHECK(relative_error(fed.nucleation_time, batch.events[0].time) < 1e-6);
            CHECK(relative_error(fed.first_maximum, batch.events[1].radius) < 3e-6);
            CHECK(relative_error(fed.first_maximum_time, batch.events[1].time) < 1e-6);
            CHECK(relative_error(fed.end.radius, batch.at(0.4).radius) < 3e-6);
            CHECK(relative_error(fed.end.gap, batch.at(0.4).gap) < 3e-6);
        }
    }
}

TEST_CASE("a joint that still holds a bubble counts its gas from t = 0, fed or in one run") {
    Scenario s;
    s.bubble.nucleus_radius = 1e-3;
    s.bubble.stabilised = false;
    s.simulation.relative_tolerance = 1e-8;
    const Sample end = simulate(s).at(0.4);
    const Fed fed = feed(s, irregular_times());
    CHECK(relative_error(fed.end.radius, end.radius) < 3e-6);
    for (std::size_t i = 0; i < 3; ++i) CHECK(relative_error(fed.end.gas_mol[i], end.gas_mol[i]) < 3e-6);
}

TEST_CASE("pieces join: each begins where and as the last one ended") {
    const Scenario s;
    JointStream stream(s);
    Sample last = stream.advance(1e-3, hand(s, 1e-3)).at(1e-3);
    for (int i = 2; i <= 100; ++i) {
        const double t = 1e-3 * i;
        const Trajectory piece = stream.advance(t, hand(s, t));
        const Sample first = piece.at(piece.begin_time());
        REQUIRE(first.time == last.time);
        REQUIRE(first.radius == last.radius);
        REQUIRE(first.wall_velocity == last.wall_velocity);
        REQUIRE(first.gap == last.gap);
        REQUIRE(first.capsule_volume == last.capsule_volume);
        REQUIRE(piece.end_time() == t);
        REQUIRE(stream.time() == t);
        last = piece.at(t);
    }
}

TEST_CASE("a slow hand is silent, a fast hand pops, and the outcome remembers") {
    const auto pull = [](double rise_time) {
        Scenario s;
        s.traction.rise_time = rise_time;
        return feed(s, regular_times()).outcome;
    };
    CHECK(pull(0.15) == Outcome::popped);
    Scenario slow;
    JointStream stream(slow);
    for (int i = 1; i <= 150; ++i) {
        const double t = 1e-2 * i;
        CHECK(stream.advance(t, {slow.traction.distance * minimum_jerk(t, 0.0, 1.0).value, {}}).outcome ==
              Outcome::no_nucleation);
    }
}

TEST_CASE("without a velocity the hand keeps its mean speed") {
    Scenario s;
    s.traction.kind = TractionKind::gap;
    JointStream stream(s);
    stream.advance(0.01, {1e-5, {}});
    const Trajectory piece = stream.advance(0.02, {2e-5, {}});
    CHECK(relative_error(piece.at(0.015).gap_rate, 1e-3) < 1e-12);
    CHECK(relative_error(piece.at(0.02).gap, 1e-4 + 2e-5) < 1e-12);
}

TEST_CASE("a violent hand ends in a named outcome, not in a hang") {
    Scenario s;
    JointStream stream(s);
    double t = 0.0;
    for (int i = 0; i < 40; ++i) {
        t += 1e-4;
        const Trajectory piece = stream.advance(t, {i % 2 == 0 ? 0.1 : -0.1, {}}, 2000);
        for (const double u : piece.step_times()) REQUIRE(std::isfinite(piece.at(u).radius));
        if (!finished(piece.outcome)) break;
        REQUIRE(stream.time() == t);
    }
}

TEST_CASE("an end has the same name whether the run came in one piece or in many") {
    Scenario torn;
    torn.traction.rise_time = 1e-3;
    torn.joint.ligament_cubic = 1e12;
    REQUIRE(simulate(torn).outcome == Outcome::supersonic);
    JointStream stream(torn);
    Outcome end = Outcome::no_nucleation;
    for (int i = 1; finished(end) && i <= 4000; ++i) end = stream.advance(1e-4 * i, hand(torn, 1e-4 * i)).outcome;
    CHECK(end == Outcome::supersonic);
}

TEST_CASE("after a piece that did not finish the stream stands where it stopped and goes on") {
    const Scenario s;
    JointStream stream(s);
    const Trajectory stopped = stream.advance(0.05, hand(s, 0.05), 10);
    CHECK(stopped.outcome == Outcome::step_limit);
    CHECK(stopped.statistics.steps == 10);
    CHECK(stream.time() == stopped.end_time());
    CHECK(stream.time() < 0.05);
    CHECK(stream.advance(0.05, hand(s, 0.05)).end_time() == 0.05);
}

TEST_CASE("time must advance and the hand be a number; a refused call changes nothing") {
    JointStream stream{Scenario{}};
    stream.advance(0.01, {1e-5, {}});
    for (const double t : {0.01, 0.0, -1.0, std::nan(""), HUGE_VAL})
        CHECK_THROWS_AS(stream.advance(t, {1e-5, {}}), std::invalid_argument);
    for (const double bad : {std::nan(""), HUGE_VAL}) {
        CHECK_THROWS_AS(stream.advance(0.02, {bad, {}}), std::invalid_argument);
        CHECK_THROWS_AS(stream.advance(0.02, {0.0, bad}), std::invalid_argument);
    }
    CHECK(stream.time() == 0.01);
    CHECK(finished(stream.advance(0.02, {2e-5, {}}).outcome));
}

TEST_CASE("two points at nearly the same time do no harm") {
    for (const TractionKind kind : {TractionKind::pull, TractionKind::gap}) {
        Scenario s;
        s.traction.kind = kind;
        JointStream stream(s);
        stream.advance(0.01, {1e-5, {}});
        const double just_after = std::nextafter(0.01, 1.0);
        const Trajectory piece = stream.advance(just_after, {1e-5, {}});
        CHECK(finished(piece.outcome));
        CHECK(piece.end_time() == just_after);
        CHECK(finished(stream.advance(0.01 + 1e-13, {1e-5, {}}).outcome));
        CHECK(stream.advance(0.02, {2e-5, {}}).end_time() == 0.02);
    }
}

TEST_CASE("a hand that would have to be faster than numbers go is refused") {
    JointStream stream{Scenario{}};
    CHECK_THROWS_AS(stream.advance(5e-324, {1e-3, {}}), std::invalid_argument);
    CHECK(finished(stream.advance(0.01, {1e-5, {}}).outcome));
}

TEST_CASE("only a valid joint with a hand can be streamed") {
    Scenario s;
    s.traction.kind = TractionKind::force;
    CHECK_THROWS_AS(JointStream{s}, InvalidScenario);
    CHECK_THROWS_AS(JointStream{default_scenario(Kind::bubble)}, InvalidScenario);
    s = Scenario{};
    s.joint.moving_mass = 0.0;
    CHECK_THROWS_AS(JointStream{s}, InvalidScenario);
}

TEST_CASE("a stream that is moved goes on where it was") {
    const Scenario s;
    JointStream first(s);
    first.advance(0.01, hand(s, 0.01));
    JointStream second = std::move(first);
    CHECK(second.time() == 0.01);
    CHECK(finished(second.advance(0.02, hand(s, 0.02)).outcome));
}
