#include "solver/firing.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "solver/blake.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::difference_quotient;
using test::relative_error;

namespace {

Scenario by_rate() {
    Scenario s;
    s.bubble.firing = Firing::rate;
    s.bubble.nucleus_radius = 1e-6;
    s.bubble.strength_draws = {2.0, 0.5};
    return s;
}

}  // namespace

TEST_CASE("the hazard grows with the tension, the share and nothing else, and not at rest") {
    const FiringLaw law(by_rate(), 0, 2, 0.75);
    const double S = 8e4, dp = 0.6 * S, p_c = -6e4;
    const double expected =
        200.0 * std::pow(2 * 0.75, 1.5) * (std::exp((-S - p_c) / dp) - std::exp((-S - 100300.0) / dp));
    CHECK(relative_error(law.hazard_rate(p_c), expected) < 1e-14);
    CHECK(law.hazard_rate(100300.0) == 0.0);
    CHECK(law.hazard_rate(2e5) == 0.0);
    const auto rate = [&](double p) { return law.hazard_rate(p); };
    CHECK(relative_error(law.hazard_slope(p_c), difference_quotient(rate, p_c, 10.0)) < 1e-9);
    CHECK(law.hazard_slope(2e5) == 0.0);
}

TEST_CASE("the strength goes with the rate of loading, within limits") {
    Scenario s = by_rate();
    s.bubble.strength = 2e4;
    s.joint.resting_pressure = 3e5;  // so far from the strength that the hazard at rest is nothing
    FiringLaw law(s, 0, 1, 1.0);
    const auto strength = [&](double rise) {
        law.set_rise(rise);
        return -law.hazard_rate(0.0) / law.hazard_slope(0.0) / 0.6;  // dp/beta
    };
    CHECK(relative_error(strength(0.15), 2e4) < 1e-4);
    CHECK(relative_error(strength(0.30), 1e4) < 1e-4);
    CHECK(relative_error(strength(0.06), 5e4) < 1e-4);
    CHECK(strength(1e-3) == strength(0.05));
    CHECK(relative_error(strength(100.0), 0.15 * 2e4) < 1e-4);
}

TEST_CASE("a skin tears once its hazard has reached its draw; the nucleus fires once its tension is Blake's") {
    const FiringLaw first(by_rate(), 0, 2, 0.5), second(by_rate(), 1, 2, 0.5);
    const double blake = blake_threshold(by_rate());
    CHECK_FALSE(first.due(1.9));
    CHECK(first.due(2.0));
    CHECK(second.due(0.5));
    CHECK(first.strain(2.0, 0.0) == 0.0);
    CHECK(first.strain(1.9, blake - 1e5) < 0.0);
    CHECK(first.tension(blake - 1.0) > 0.0);
    CHECK(first.tension(blake + 1.0) < 0.0);
    CHECK(first.fires_at_once(blake - 1.0));
    CHECK_FALSE(first.fires_at_once(blake + 1.0));
}

TEST_CASE("a threshold is one") {
    Scenario s;
    s.bubble.firing = Firing::threshold;
    s.bubble.firing_pressures = {-5e4};
    const FiringLaw law(s, 0, 1, 1.0);
    CHECK(law.due(0.0));
    CHECK(law.hazard_rate(-1e6) == 0.0);
    CHECK(law.strain(0.0, -5e4) == 0.0);
    CHECK(law.strain(0.0, -4.9e4) < 0.0);
    CHECK(law.strain(0.0, -5.1e4) > 0.0);
    CHECK(law.fires_at_once(-4.9e4));
}

TEST_CASE("by Blake's law nothing is ever held") {
    const FiringLaw law(Scenario{}, 0, 1, 1.0);
    CHECK_FALSE(law.due(1e9));
    CHECK(law.hazard_rate(-1e6) == 0.0);
}

TEST_CASE("the pressure that fires a nucleus in a given time brings its hazard to its draw") {
    const FiringLaw law(by_rate(), 0, 2, 0.75);
    const double T = 1e-5, p = law.firing_pressure(T);  // so low that the rate at rest is nothing
    CHECK(relative_error(law.hazard_rate(p) * T, 2.0) < 1e-3);
    CHECK(law.firing_pressure(1e9) == blake_threshold(by_rate()));
    Scenario given = by_rate();
    given.bubble.firing = Firing::threshold;
    given.bubble.firing_pressures = {-5e4, -3e4};
    CHECK(FiringLaw(given, 1, 2, 0.5).firing_pressure(T) == -3e4);
}

TEST_CASE("a pressure lower by its distance all the time would have fired the nucleus") {
    const FiringLaw law(by_rate(), 0, 2, 0.75);
    const double p = -6e4, T = 0.005, H = law.hazard_rate(p) * T, d = law.distance(H, p);
    CHECK(d > 0.0);
    CHECK(relative_error(law.hazard_rate(p - d) * T, 2.0) < 0.03);  // the rate at rest, which the distance leaves out
    CHECK(law.distance(1.0, 1e4) == 1e4 - blake_threshold(by_rate()));  // torn or not, it waits for Blake's tension
}

TEST_CASE("the weaker nucleus is the one that fires first at one pressure") {
    const FiringLaw small(by_rate(), 0, 2, 0.5), large(by_rate(), 0, 2, 0.9), low(by_rate(), 1, 2, 0.5);
    CHECK(large.weaker_than(small));
    CHECK_FALSE(small.weaker_than(large));
    CHECK(low.weaker_than(small));
}
