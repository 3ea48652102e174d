#include "solver/kinds.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "solver/simulate.hpp"
#include "solver/summary.hpp"

using namespace synovia;

TEST_CASE("every row stands where its kind says, under a name of its own") {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < kinds().size(); ++i) {
        CHECK(kinds()[i].kind == static_cast<Kind>(i));
        CHECK(&row_of(kinds()[i].kind) == &kinds()[i]);
        CHECK(names.insert(kinds()[i].name).second);
    }
}

TEST_CASE("the defaults of a kind are of that kind, without problems, and run as the row says") {
    for (const KindRow& row : kinds()) {
        const Scenario s = row.defaults();
        CHECK(s.kind == row.kind);
        CHECK(validate(s).empty());
        const Trajectory run = simulate(s);
        CHECK(run.outcome == (row.awaits_nucleation ? Outcome::popped : Outcome::completed));
        if (run.begin_time() == 0.0)
            CHECK(run.at(0.0).gap_pressure == row.resting_pressure(s));  // else it was loaded before
        CHECK((summarise(run).final_gap > 0.0) == row.has_gap);
    }
}

TEST_CASE("the medium is the air or the liquid of the scenario") {
    for (const KindRow& row : kinds()) {
        const Scenario s = row.defaults();
        CHECK(medium(s).density == (row.heard_in_air ? s.listener.air_density : s.fluid.density));
        CHECK(medium(s).sound_speed == (row.heard_in_air ? s.listener.air_sound_speed : s.fluid.sound_speed));
    }
}

TEST_CASE("every parameter belongs to some kind, and what a hand sets to those a hand moves") {
    for (const Parameter& p : parameters()) {
        bool owned = false;
        for (const KindRow& row : kinds()) {
            owned = owned || applies(p, row.kind);
            if (p.key.starts_with("traction.") && row.in_hand) CHECK(applies(p, row.kind));
            if (p.key.starts_with("traction.") && !row.has_gap) CHECK_FALSE(applies(p, row.kind));
        }
        CHECK_MESSAGE(owned, std::string(p.key));
    }
}
