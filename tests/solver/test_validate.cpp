#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "solver/parameters.hpp"

using namespace synovia;

namespace {

bool complains(const Scenario& s, std::string_view key) {
    const std::vector<Problem> problems = validate(s);
    return std::any_of(problems.begin(), problems.end(), [&](const Problem& p) { return p.key == key; });
}

template <class F>
void for_each_number(F f) {
    for (const Kind kind : {Kind::joint, Kind::bubble, Kind::spine})
        for (const Parameter& p : parameters()) {
            Scenario s = default_scenario(kind);
            if (!applies(p, kind) || std::holds_alternative<ChoiceAccess>(p.access) ||
                std::holds_alternative<MemberAccess<bool>>(p.access) ||
                std::holds_alternative<MemberAccess<std::string>>(p.access) ||
                std::holds_alternative<MemberAccess<LevelSet>>(p.access))
                continue;
            INFO(p.key);
            f(s, p);
        }
}

bool complains_with(Scenario s, const Parameter& p, double value) {
    set_number(s, p, value);
    return complains(s, p.key);
}

/// The rule between values that the ends of one range break: the gas must push, the bubble fit into the joint or facet.
bool has_rule(const Parameter& p) { return p.key == "gas.initial_pressure_pa" || p.key == "bubble.nucleus_radius_m"; }

Scenario with_table(std::vector<double> time, std::vector<double> pressure) {
    Scenario s = default_scenario(Kind::bubble);
    s.pressure.kind = PressureKind::table;
    s.pressure.table_time = std::move(time);
    s.pressure.table_pressure = std::move(pressure);
    return s;
}

}  // namespace

TEST_CASE("a range includes both its ends and nothing beyond") {
    for_each_number([](const Scenario& s, const Parameter& p) {
        if (!has_rule(p)) {
            CHECK_FALSE(complains_with(s, p, p.min));
            CHECK_FALSE(complains_with(s, p, p.max));
        }
        CHECK(complains_with(s, p, std::nextafter(p.min, -HUGE_VAL)));
        CHECK(complains_with(s, p, std::nextafter(p.max, HUGE_VAL)));
    });
}

TEST_CASE("NaN and infinity are outside every range") {
    for_each_number([](const Scenario& s, const Parameter& p) {
        for (const double bad : {std::nan(""), HUGE_VAL, -HUGE_VAL}) CHECK(complains_with(s, p, bad));
    });
}

TEST_CASE("parameters of the other kind are not looked at") {
    Scenario s;
    s.pressure.ambient = std::nan("");
    s.bubble.initial_velocity = 1e9;
    CHECK(validate(s).empty());
    s = default_scenario(Kind::bubble);
    s.joint.moving_mass = -1.0;
    CHECK(validate(s).empty());
}

TEST_CASE("every problem is listed, each with what was given and what is allowed") {
    Scenario s;
    s.joint.moving_mass = -1.0;
    s.fluid.density = 1e6;
    s.traction.release_time = std::nan("");
    const std::vector<Problem> problems = validate(s);
    REQUIRE(problems.size() == 3);
    CHECK(problems[0].key == "joint.moving_mass_kg");
    CHECK(problems[0].message == "-1 is outside the allowed range 0.001 to 20 kg");
    const std::string all = InvalidScenario(problems).what();
    CHECK(all.find("joint.moving_mass_kg: -1 is") == 0);
    CHECK(std::count(all.begin(), all.end(), '\n') == 2);
}

TEST_CASE("a joint takes Rayleigh-Plesset only, and the message says why") {
    Scenario s;
    s.bubble.equation = RadialEquation::keller_miksis;
    REQUIRE(complains(s, "bubble.equation"));
    CHECK(validate(s).front().message.find("incompressible") != std::string::npos);
    s.kind = Kind::bubble;
    s.gas.model = GasModel::polytropic;
    CHECK(validate(s).empty());
}

TEST_CASE("a bubble must fit into the joint") {
    Scenario s;
    s.bubble.nucleus_radius = s.joint.articular_radius;
    CHECK(complains(s, "bubble.nucleus_radius_m"));
    s.bubble.nucleus_radius = 0.99 * s.joint.articular_radius;
    CHECK(validate(s).empty());
}

TEST_CASE("a free bubble takes the polytropic gas only") {
    Scenario s = default_scenario(Kind::bubble);
    s.gas.model = GasModel::species;
    CHECK(complains(s, "gas.model"));
}

TEST_CASE("the gas must push: rest below the vapour pressure needs a pressure given") {
    Scenario s = default_scenario(Kind::bubble);
    s.pressure.ambient = 0.0;
    s.fluid.surface_tension = 0.0;
    CHECK(complains(s, "gas.initial_pressure_pa"));
    s.gas.initial_pressure = 1e3;
    CHECK(validate(s).empty());
    Scenario joint;
    joint.joint.resting_pressure = 2e4;
    joint.fluid.vapour_pressure = 2e4;
    joint.fluid.surface_tension = 0.0;
    CHECK(complains(joint, "gas.initial_pressure_pa"));
}

TEST_CASE("a pressure table is complete, finite and goes forward in time") {
    CHECK(validate(with_table({0.0, 1.0}, {1e5, 2e5})).empty());
    CHECK(complains(with_table({}, {}), "pressure.table"));
    CHECK(complains(with_table({0.0}, {1e5}), "pressure.table"));
    CHECK(complains(with_table({0.0, 1.0}, {1e5}), "pressure.table"));
    CHECK(complains(with_table({0.0, 0.0}, {1e5, 2e5}), "pressure.table"));
    CHECK(complains(with_table({1.0, 0.0}, {1e5, 2e5}), "pressure.table"));
    CHECK(complains(with_table({0.0, std::nan("")}, {1e5, 2e5}), "pressure.table"));
    CHECK(complains(with_table({0.0, HUGE_VAL}, {1e5, 2e5}), "pressure.table"));
    CHECK(complains(with_table({0.0, 1.0}, {1e5, 1e10}), "pressure.table"));
    CHECK(complains(with_table({0.0, 1.0}, {1e5, -HUGE_VAL}), "pressure.table"));
}

TEST_CASE("a table that is not used may be anything") {
    Scenario s = with_table({}, {});
    s.pressure.kind = PressureKind::constant;
    CHECK(validate(s).empty());
}
