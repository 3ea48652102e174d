#include "solver/validity.hpp"

#include <doctest/doctest.h>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"

using namespace synovia;

namespace {

/// Of a knuckle's pull as one would like it.
constexpr Extremes harmless{.wall_speed = 20.0, .min_radius = 3e-7, .diameter = 9e-5, .gap = 1e-4};

std::vector<Limit> limits(Kind kind, const Extremes& extremes) {
    std::vector<Limit> list;
    for (const Warning& warning : warnings(default_scenario(kind), extremes)) list.push_back(warning.limit);
    return list;
}

}  // namespace

TEST_CASE("within the limits there is nothing to say") {
    for (const Kind kind : {Kind::joint, Kind::bubble}) CHECK(limits(kind, harmless).empty());
}

TEST_CASE("each limit is named once it is passed") {
    Extremes fast = harmless, wide = harmless, small = harmless;
    fast.wall_speed = 1541.0;  // synovial fluid: 1540 m/s
    wide.diameter = 1.01e-4;
    small.min_radius = 0.99e-9;
    CHECK(limits(Kind::joint, fast) == std::vector{Limit::speed_of_sound});
    CHECK(limits(Kind::joint, wide) == std::vector{Limit::gap_width});
    CHECK(limits(Kind::bubble, wide).empty());  // there is no gap
    CHECK(limits(Kind::joint, small) == std::vector{Limit::continuum});
    CHECK(limits(Kind::joint, {2000.0, 1e-10, 2e-4, 1e-4}).size() == 3);
}

TEST_CASE("a warning says by how much") {
    const auto all = warnings(default_scenario(Kind::joint), {5.7e9, 1e-10, 7.6e-3, 4.2e-3});
    REQUIRE(all.size() == 3);
    CHECK(all[0].text.find("5.7e+09 m/s") != std::string::npos);
    CHECK(all[0].text.find("1540 m/s") != std::string::npos);
    CHECK(all[1].text.find("7.6 mm wide in a gap of 4.2 mm") != std::string::npos);
    CHECK(all[2].text.find("0.1 nm") != std::string::npos);
}

TEST_CASE("every limit has a name of its own") {
    CHECK(name(Limit::speed_of_sound) == "speed_of_sound");
    CHECK(name(Limit::gap_width) == "gap_width");
    CHECK(name(Limit::continuum) == "continuum");
}

TEST_CASE("a run into nothing carries its warnings in its summary") {
    Scenario s = default_scenario(Kind::bubble);
    s.fluid.vapour_pressure = s.fluid.viscosity = s.fluid.surface_tension = 0.0;
    s.gas.initial_pressure = 1e-3;  // a nearly empty cavity collapses for ever faster
    const Summary summary = summarise(simulate(s));
    REQUIRE(summary.warnings.size() == 2);
    CHECK(summary.warnings[0].limit == Limit::speed_of_sound);
    CHECK(summary.warnings[1].limit == Limit::continuum);
    CHECK(summarise(simulate(default_scenario(Kind::bubble))).warnings.empty());
}

TEST_CASE("a bubble that outgrows its gap is reported at its widest, one that stays small is not") {
    const Summary pop = summarise(simulate(Scenario{}));
    REQUIRE(pop.warnings.size() == 1);
    CHECK(pop.warnings[0].limit == Limit::gap_width);
    CHECK(2.0 * pop.max_radius > 1e-4 + 6e-3);  // wider than hand and film together would open
    Scenario slow;
    slow.traction.rise_time = 1.0;
    slow.simulation.duration = 1.5;
    CHECK(summarise(simulate(slow)).warnings.empty());
}
