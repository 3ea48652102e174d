#include "apps/studio/ending.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/apps/studio/support.hpp"

using namespace synovia;

TEST_CASE("every outcome has words of its own") {
    std::vector<std::string> seen;
    for (int i = 0; i <= static_cast<int>(Outcome::non_finite); ++i) {
        const std::string text = studio::outcome_text(static_cast<Outcome>(i));
        CHECK_FALSE(text.empty());
        CHECK(std::find(seen.begin(), seen.end(), text) == seen.end());
        seen.push_back(text);
    }
}

TEST_CASE("an ending knows how far the run came, and says so where it did not come to its end") {
    CHECK(finished(studio::ending_of(simulate(default_scenario(Kind::joint)))));
    const Trajectory cut = simulate(studio::test::hopeless());
    const studio::Ending ending = studio::ending_of(cut);
    CHECK_FALSE(finished(ending));
    CHECK(ending.outcome == Outcome::supersonic);
    CHECK(ending.reached_s == cut.end_time());
    CHECK(ending.wanted_s == 0.4);
    CHECK(studio::unfinished_text("mine", {Outcome::step_limit, 0.012, 0.4}) ==
          "mine: the solver could not finish, stopped: too many steps at 12 ms of 400 ms");
}
