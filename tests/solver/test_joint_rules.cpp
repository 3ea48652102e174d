#include "solver/joint_rules.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace synovia;

namespace {

std::string complaint(const std::vector<Problem>& problems, std::string_view key) {
    for (const Problem& p : problems)
        if (p.key == key) return p.message;
    return {};
}

Scenario with_weights(std::vector<double> weights) {
    Scenario s;
    s.joint.pocket_weights = std::move(weights);
    return s;
}

}  // namespace

TEST_CASE("shares must be positive and add up to one") {
    const auto says = [](std::vector<double> w) {
        return complaint(validate(with_weights(w)), "joint.pocket_weights");
    };
    CHECK(says({0.5, 0.3, 0.2}).empty());
    CHECK(says({1.0 / 3.0, 1.0 / 3.0, 0.3333333}).empty());
    CHECK(says({0.5, 0.3}) == "the shares add up to 0.8, not to 1");
    CHECK(says({1.0, 0.0}) == "every share must be greater than 0");
    CHECK(says({1.2, -0.2}).find("-0.2 is outside") == std::string::npos);  // the first of them is told first
    CHECK_FALSE(says({1.2, -0.2}).empty());
    CHECK(says({std::nan("")}).find("nan") == 0);
    CHECK(says(std::vector<double>(17, 1.0 / 17.0)).find("17 shares") == 0);
}

TEST_CASE("the number of pockets is a whole number") {
    Scenario s;
    s.joint.pockets = 2.5;
    CHECK(complaint(validate(s), "joint.pockets") == "2.5 is not a whole number");
}

TEST_CASE("a threshold for each pocket, below the pressure at rest") {
    Scenario s = with_weights({0.5, 0.5});
    s.bubble.firing = Firing::threshold;
    const std::string key = "bubble.firing_pressures_pa";
    s.bubble.firing_pressures = {-1e4, -2e4};
    CHECK(validate(s).empty());
    s.bubble.firing_pressures = {-1e4, -2e4, -3e4};
    CHECK(complaint(validate(s), key) == "3 pressures for 2 pockets: \"threshold\" takes one for each");
    s.bubble.firing_pressures = {};
    CHECK(complaint(validate(s), key).find("0 pressures for 2") == 0);
    s.bubble.firing_pressures = {-1e4, 100300.0};
    CHECK(complaint(validate(s), key) == "100300 is not below joint.resting_pressure_pa, 100300");
}

TEST_CASE("what is given for each pocket needs a given number of them") {
    Scenario s;
    s.joint.pockets = 5.0;
    s.joint.pockets_drawn = true;
    s.bubble.firing = Firing::threshold;
    s.bubble.firing_pressures = {-1e4, -2e4};
    CHECK(complaint(validate(s), "bubble.firing") ==
          "\"threshold\" needs a given number of pockets, and theirs is drawn");
    s.bubble.firing = Firing::rate;
    CHECK(validate(s).empty());
    s.bubble.strength_draws = {1.0, 2.0};
    CHECK(complaint(validate(s), "bubble.strength_draws") ==
          "given for each pocket, and the number of pockets is drawn");
    s.joint.pocket_weights = {0.5, 0.5};
    CHECK(validate(s).empty());
}

TEST_CASE("what has to be drawn may be missing in a preset, but not in a run") {
    Scenario s;
    s.joint.pockets = 3.0;
    s.bubble.firing = Firing::rate;
    CHECK(validate(s).empty());
    const auto problems = validate(s, {});
    CHECK(complaint(problems, "joint.pocket_weights").find("have not been drawn") != std::string::npos);
    CHECK(complaint(problems, "bubble.strength_draws").find("have not been drawn") != std::string::npos);
    s.joint.pocket_weights = {0.5, 0.3, 0.2};
    s.bubble.strength_draws = {1.0, 2.0};
    CHECK(complaint(validate(s), "bubble.strength_draws").find("2 draws for 3 pockets") == 0);
    s.bubble.strength_draws = {1.0, 2.0, 3.0};
    CHECK(validate(s, {}).empty());
}

TEST_CASE("what a joint has to itself is refused in a free bubble") {
    const auto says = [](auto change, std::string_view key) {
        Scenario s = default_scenario(Kind::bubble);
        change(s);
        return !complaint(validate(s), key).empty();
    };
    CHECK(says([](Scenario& s) { s.bubble.shape = BubbleShape::gap; }, "bubble.shape"));
    CHECK(says([](Scenario& s) { s.bubble.firing = Firing::rate; }, "bubble.firing"));
    CHECK(says([](Scenario& s) { s.bubble.radiation = true; }, "bubble.radiation"));
    CHECK(says([](Scenario& s) { s.joint.pockets = 2.0; }, "joint.pockets"));
    CHECK(says([](Scenario& s) { s.gas.heat = true; }, "gas.heat"));
}

TEST_CASE("heat needs the gases one by one") {
    Scenario s;
    s.gas.heat = true;
    CHECK(validate(s).empty());
    s.gas.model = GasModel::polytropic;
    CHECK_FALSE(complaint(validate(s), "gas.heat").empty());
}

TEST_CASE("the nucleus fits into the smallest pocket") {
    Scenario s = with_weights({0.99, 0.01});
    s.bubble.nucleus_radius = 0.2 * s.joint.articular_radius;  // the small one has a tenth of the radius
    CHECK(complaint(validate(s), "bubble.nucleus_radius_m").find("smallest pocket") != std::string::npos);
}

TEST_CASE("a start has one sane amount of gas for each pocket") {
    const Scenario s = with_weights({0.5, 0.5});
    CHECK(validate(s, JointStart(2)).empty());
    CHECK_FALSE(validate(s, JointStart(3)).empty());
    JointStart bad(2);
    bad[1].moles[0] = -1e-9;
    CHECK_FALSE(validate(s, bad).empty());
    bad[1].moles[0] = std::nan("");
    CHECK_FALSE(validate(s, bad).empty());
    Scenario polytropic = s;
    polytropic.gas.model = GasModel::polytropic;
    CHECK_FALSE(validate(polytropic, JointStart(2)).empty());
}
