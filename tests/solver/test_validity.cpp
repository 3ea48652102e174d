#include "solver/validity.hpp"

#include <doctest/doctest.h>

#include <optional>

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
    CHECK(name(Limit::listener) == "listener");
    CHECK(name(Limit::hand_speed) == "hand_speed");
    CHECK(name(Limit::gap_opening) == "gap_opening");
    CHECK(name(Limit::run_end) == "run_end");
    CHECK(name(Limit::hand_end) == "hand_end");
}

TEST_CASE("what no hand can do, and what no listener can hear, is said") {
    Scenario s = default_scenario(Kind::joint);
    const auto limit = [&](const Extremes& extremes) {
        const auto all = warnings(s, extremes);
        return all.size() == 1 ? std::optional(all[0].limit) : std::nullopt;
    };
    Extremes open = harmless;
    open.max_gap = 0.0101;
    CHECK(limit(open) == Limit::gap_opening);
    s.traction.rise_time = 1.875 * s.traction.distance / 99.9;
    CHECK(warnings(s, harmless).empty());
    s.traction.rise_time = 1.875 * s.traction.distance / 100.1;
    CHECK(limit(harmless) == Limit::hand_speed);
    s.traction.kind = TractionKind::table;
    s.traction.table_time = {0.0, 1e-6, 1.0};
    s.traction.table_position = {0.0, 1.0, 1.0};
    CHECK(limit(harmless) == Limit::hand_speed);
    s.traction.kind = TractionKind::force;
    CHECK(warnings(s, harmless).empty());
    Extremes large = harmless;
    large.max_radius = s.listener.distance;
    CHECK(limit(large) == Limit::listener);
}

TEST_CASE("a run that is cut short says so: in its sound, or before the hand has done what it was told") {
    Extremes loud = harmless, early = harmless;
    loud.end_share = 0.85;
    early.unfinished_from = 0.4;
    const auto cut = warnings(default_scenario(Kind::bubble), loud);
    REQUIRE(cut.size() == 1);
    CHECK(cut[0].limit == Limit::run_end);
    CHECK(cut[0].text.find("at -1.412 dB of the peak") != std::string::npos);
    Scenario slow = default_scenario(Kind::joint);
    CHECK(warnings(slow, early).empty());
    slow.traction.rise_time = 60.0;
    const auto unfinished = warnings(slow, early);
    REQUIRE(unfinished.size() == 1);
    CHECK(unfinished[0].limit == Limit::hand_end);
    CHECK(unfinished[0].text.find("after 0.4 s of 60 s") != std::string::npos);
    CHECK(cuts_short(Limit::run_end));
    CHECK(cuts_short(Limit::hand_end));
    CHECK_FALSE(cuts_short(Limit::gap_width));
}

TEST_CASE("the end of a run decides what its summary says of it") {
    Scenario slow;
    slow.traction.rise_time = 60.0;
    slow.simulation.duration = 0.05;
    const Summary early = summarise(simulate(slow));
    REQUIRE(early.warnings.size() == 1);
    CHECK(early.warnings[0].limit == Limit::hand_end);
    Scenario ring = default_scenario(Kind::bubble);
    ring.gas.initial_pressure = 3e5;  // it swells from the first instant on
    ring.simulation.duration = 1e-5;
    const Summary cut = summarise(simulate(ring));
    REQUIRE(cut.warnings.size() == 1);
    CHECK(cut.warnings[0].limit == Limit::run_end);
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
