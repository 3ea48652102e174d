#include "solver/trajectory.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace synovia;

namespace {

double quartic(double t) { return 3.0 - t + 2.0 * t * t - 0.5 * t * t * t + 0.25 * t * t * t * t; }
double line(double t) { return 7.0 * t - 2.0; }

void append_step(History& history, double t0, double t1) {
    std::vector<double> nodes;
    for (int j = 1; j <= 4; ++j) {
        const double t = t0 + 0.25 * j * (t1 - t0);
        nodes.insert(nodes.end(), {quartic(t), line(t)});
    }
    history.append(t1, nodes);
}

/// Steps of uneven length from 1 to 4 along a quartic and a line.
History uneven() {
    History history(2);
    history.start(1.0, std::array{quartic(1.0), line(1.0)});
    append_step(history, 1.0, 1.5);
    append_step(history, 1.5, 1.6);
    append_step(history, 1.6, 4.0);
    return history;
}

Trajectory watched(History history) {
    return Trajectory(Scenario{}, std::move(history), [](double t, std::span<const double> y) {
        Sample s;
        s.time = t;
        s.radius = y[0];
        s.gap = y[1];
        return s;
    });
}

}  // namespace

TEST_CASE("a history reproduces a quartic between its points") {
    const History history = uneven();
    for (double t = 1.0; t <= 4.0; t += 0.01) {
        std::array<double, 2> y;
        history.evaluate(history.step_at(t), t, y);
        REQUIRE(std::abs(y[0] - quartic(t)) < 1e-13);  // rounding of numbers up to 40
        REQUIRE(std::abs(y[1] - line(t)) < 1e-13);
    }
}

TEST_CASE("step_at finds the step that holds a time and clamps the others") {
    const History history = uneven();
    CHECK(history.steps() == 3);
    CHECK(history.step_at(1.2) == 0);
    CHECK(history.step_at(1.5) == 1);
    CHECK(history.step_at(2.0) == 2);
    CHECK(history.step_at(4.0) == 2);
    CHECK(history.step_at(-9.0) == 0);
    CHECK(history.step_at(9.0) == 2);
}

TEST_CASE("nodes are the quarters of a step; neighbours share the end") {
    const History history = uneven();
    CHECK(history.node(0, 0)[0] == quartic(1.0));
    CHECK(history.node(0, 2)[1] == line(1.25));
    CHECK(history.node(0, 4).data() == history.node(1, 0).data());
}

TEST_CASE("a trajectory clamps times to its ends") {
    const Trajectory trajectory = watched(uneven());
    CHECK(trajectory.begin_time() == 1.0);
    CHECK(trajectory.end_time() == 4.0);
    CHECK(trajectory.at(0.0).time == 1.0);
    CHECK(trajectory.at(0.0).radius == quartic(1.0));
    CHECK(trajectory.at(99.0).time == 4.0);
    CHECK(trajectory.at(99.0).gap == line(4.0));
}

TEST_CASE("a trajectory without a step is its start") {
    History history(2);
    history.start(0.5, std::array{1.0, 2.0});
    const Trajectory trajectory = watched(std::move(history));
    CHECK(trajectory.begin_time() == trajectory.end_time());
    CHECK(trajectory.at(3.0).radius == 1.0);
    CHECK(trajectory.at(3.0).time == 0.5);
}

TEST_CASE("a state may be of any size") {
    for (const std::size_t size : {1u, 16u, 17u, 200u}) {
        History history(size);
        std::vector<double> y(size, 1.0), nodes(4 * size, 1.0);
        y.back() = quartic(0.0);
        for (int j = 1; j <= 4; ++j) nodes[static_cast<std::size_t>(j) * size - 1] = quartic(0.25 * j);
        history.start(0.0, y);
        history.append(1.0, nodes);
        const Trajectory run(Scenario{}, std::move(history), [](double, std::span<const double> state) {
            Sample s;
            s.radius = state.back();
            s.time = static_cast<double>(state.size());
            return s;
        });
        CHECK(std::abs(run.at(0.3).radius - quartic(0.3)) < 1e-14);
        CHECK(run.at(0.3).time == static_cast<double>(size));
    }
}

TEST_CASE("every outcome and event kind has a name of its own") {
    using enum Outcome;
    const std::array outcomes{popped,     no_nucleation, completed,      vanished,
                              supersonic, step_limit,    step_underflow, non_finite};
    for (const Outcome a : outcomes)
        for (const Outcome b : outcomes) CHECK((name(a) == name(b)) == (a == b));
    CHECK(name(no_nucleation) == "no_nucleation");
    CHECK(name(EventKind::nucleation) == "nucleation");
    CHECK(name(EventKind::first_maximum) == "first_maximum");
    CHECK(name(EventKind::recontraction) == "recontraction");
    CHECK(name(EventKind::separation) == "separation");
}

TEST_CASE("only physical ends count as finished") {
    using enum Outcome;
    for (const Outcome end : {popped, no_nucleation, completed, vanished}) CHECK(finished(end));
    for (const Outcome end : {supersonic, step_limit, step_underflow, non_finite}) CHECK_FALSE(finished(end));
}
