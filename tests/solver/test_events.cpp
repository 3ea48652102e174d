#include "solver/events.hpp"

#include <doctest/doctest.h>

#include <array>
#include <numbers>

using namespace synovia;

namespace {

constexpr double pi = std::numbers::pi;

/// A model whose state is R and U themselves; d2V/dt2 stands in as 10 R.
struct Wall {
    std::size_t pockets() const { return 1; }
    std::size_t place(std::size_t k) const { return k; }
    double radius(std::span<const double> y, std::size_t) const { return y[0]; }
    double wall_velocity(std::span<const double> y, std::size_t) const { return y[1]; }
    double bubble_acceleration(double, std::span<const double> y, std::size_t) const { return 10.0 * y[0]; }
};

/// R = mean - swing cos t from t0 to t1, in steps short enough that the quartic is exact to 1e-11.
History swinging(double mean, double swing, double t0, double t1) {
    const auto state = [&](double t) { return std::array{mean - swing * std::cos(t), swing * std::sin(t)}; };
    const int steps = static_cast<int>((t1 - t0) / 0.02);
    const double h = (t1 - t0) / steps;
    History history(2);
    history.start(t0, state(t0));
    for (int k = 0; k < steps; ++k) {
        std::vector<double> nodes;
        for (int j = 0; j <= 4; ++j)
            for (const double y : state(t0 + h * (k + 0.25 * j))) nodes.push_back(y);
        history.append(t0 + h * (k + 1), nodes);
    }
    return history;
}

Scenario of(Kind kind, double nucleus) {
    Scenario s;
    s.kind = kind;
    s.bubble.nucleus_radius = nucleus;
    return s;
}

void scan(EventScanner<Wall>& scanner, const History& history, std::vector<Event>& events) {
    for (std::size_t k = 0; k < history.steps(); ++k) scanner.scan(Wall{}, history, k, events);
}

std::vector<Event> events_of(const Scenario& scenario, const History& history) {
    EventScanner<Wall> scanner(scenario);
    std::vector<Event> events;
    scan(scanner, history, events);
    return events;
}

void check(const Event& event, EventKind kind, double time, double radius, double value) {
    CHECK(event.kind == kind);
    CHECK(std::abs(event.time - time) < 1e-9);  // interpolation error 1e-11 over the slope of U or R
    CHECK(std::abs(event.radius - radius) < 1e-9);
    CHECK(std::abs(event.value - value) < 1e-8);
}

}  // namespace

TEST_CASE("in a joint nucleation comes first, then a maximum, then every re-contraction") {
    // nucleus 1, threshold 5; R swings between 0.1 and 5.9 with a maximum at odd multiples of pi
    const auto events = events_of(of(Kind::joint, 1.0), swinging(3.0, 2.9, 0.0, 4.5 * pi));
    REQUIRE(events.size() == 4);
    const double t = std::acos(-2.0 / 2.9);
    check(events[0], EventKind::nucleation, t, 5.0, 2.9 * std::sin(t));
    check(events[1], EventKind::first_maximum, pi, 5.9, 59.0);
    check(events[2], EventKind::recontraction, 2.0 * pi, 0.1, 1.0);
    check(events[3], EventKind::recontraction, 4.0 * pi, 0.1, 1.0);
}

TEST_CASE("a nucleus that breathes below the threshold makes no events") {
    CHECK(events_of(of(Kind::joint, 1.0), swinging(2.0, 1.5, 0.0, 20.0)).empty());
}

TEST_CASE("a free bubble needs no nucleation: its first maximum and every minimum count") {
    const auto events = events_of(of(Kind::bubble, 1.0), swinging(2.0, 1.0, 0.0, 4.5 * pi));
    REQUIRE(events.size() == 3);
    check(events[0], EventKind::first_maximum, pi, 3.0, 30.0);
    check(events[1], EventKind::recontraction, 2.0 * pi, 1.0, 10.0);
    check(events[2], EventKind::recontraction, 4.0 * pi, 1.0, 10.0);
}

TEST_CASE("a bubble that starts by shrinking reports the minimum before the maximum") {
    const auto events = events_of(of(Kind::bubble, 3.0), swinging(2.0, -1.0, 0.0, 2.5 * pi));
    REQUIRE(events.size() == 2);
    check(events[0], EventKind::recontraction, pi, 1.0, 10.0);
    check(events[1], EventKind::first_maximum, 2.0 * pi, 3.0, 30.0);
}

TEST_CASE("falls below one in ten thousand are not re-contractions") {
    CHECK(events_of(of(Kind::bubble, 10.0), swinging(10.0, 0.4e-3, 0.0, 4.5 * pi)).size() == 1);  // the maximum
    CHECK(events_of(of(Kind::bubble, 10.0), swinging(10.0, 0.6e-3, 0.0, 4.5 * pi)).size() == 3);
}

TEST_CASE("a run that comes in pieces has the events of the whole") {
    const Scenario scenario = of(Kind::joint, 1.0);
    EventScanner<Wall> scanner(scenario);
    std::vector<Event> events;
    scan(scanner, swinging(3.0, 2.9, 0.0, 2.0), events);
    CHECK_FALSE(scanner.nucleated());
    scan(scanner, swinging(3.0, 2.9, 2.0, 5.0), events);
    CHECK(scanner.nucleated());
    scan(scanner, swinging(3.0, 2.9, 5.0, 4.5 * pi), events);
    const auto whole = events_of(scenario, swinging(3.0, 2.9, 0.0, 4.5 * pi));
    REQUIRE(events.size() == whole.size());
    for (std::size_t i = 0; i < whole.size(); ++i)
        check(events[i], whole[i].kind, whole[i].time, whole[i].radius, whole[i].value);
}

TEST_CASE("what stopped the steps is the equation where the wall has been as fast as sound, else the numbers") {
    Scenario slow = of(Kind::bubble, 1.0), fast = slow;
    slow.fluid.sound_speed = 3.0;  // the wall reaches 2.9, and 2.7 counts as sonic
    fast.fluid.sound_speed = 3.5;  // 3.15
    for (const Outcome stopped : {Outcome::step_underflow, Outcome::non_finite}) {
        EventScanner<Wall> through(slow), below(fast);
        std::vector<Event> events;
        CHECK(through.outcome(stopped) == stopped);
        for (EventScanner<Wall>* scanner : {&through, &below}) scan(*scanner, swinging(3.0, 2.9, 0.0, pi), events);
        CHECK(through.outcome(stopped) == Outcome::supersonic);
        CHECK(below.outcome(stopped) == stopped);
        CHECK(through.outcome(Outcome::step_limit) == Outcome::step_limit);
        CHECK(through.outcome({}) == Outcome::completed);
    }
}

TEST_CASE("a joint that came to its end has popped once its nucleus has grown, else it has not") {
    EventScanner<Wall> scanner(of(Kind::joint, 1.0));
    std::vector<Event> events;
    CHECK(scanner.outcome({}) == Outcome::no_nucleation);
    scan(scanner, swinging(3.0, 2.9, 0.0, pi), events);
    CHECK(scanner.outcome({}) == Outcome::popped);
    CHECK(scanner.outcome(Outcome::vanished) == Outcome::vanished);
}

TEST_CASE("each pocket has events of its own, and one that nucleates makes a pop") {
    /// The second pocket's bubble stays a third as large.
    struct Two : Wall {
        std::size_t pockets() const { return 2; }
        double radius(std::span<const double> y, std::size_t k) const { return k == 0 ? y[0] : y[0] / 3.0; }
    };
    const History history = swinging(3.0, 2.9, 0.0, 1.5 * pi);
    EventScanner<Two> scanner(of(Kind::joint, 1.0));
    std::vector<Event> events;
    for (std::size_t k = 0; k < history.steps(); ++k) scanner.scan(Two{}, history, k, events);
    REQUIRE(events.size() == 2);
    for (const Event& e : events) CHECK(e.pocket == 0);
    CHECK(scanner.outcome({}) == Outcome::popped);
}
