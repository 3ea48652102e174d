#include "solver/spine_check.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

using namespace synovia;

namespace {

/// The first problem under this key, or nothing.
std::string complaint(const Scenario& s, std::string_view key) {
    for (const Problem& problem : validate(s))
        if (problem.key == key) return problem.message;
    return "";
}

Scenario with_levels(std::vector<SpineLevel> levels) {
    Scenario s = default_spine();
    s.spine.levels = std::move(levels);
    return s;
}

std::vector<SpineLevel> table() { return {spine_levels().begin(), spine_levels().end()}; }

}  // namespace

TEST_CASE("the default is sound, and so is the compiled-in table when it is given") {
    CHECK(validate(default_spine()).empty());
    CHECK(validate(with_levels(table())).empty());
}

TEST_CASE("muscles hold with an activation of at most 1") {
    Scenario s = default_spine();
    s.spine.guarding = 1.01;
    CHECK(complaint(s, "spine.guarding") == "1.01 is outside the allowed range 0 to 1");
}

TEST_CASE("a couple needs a vertebra below") {
    Scenario s = default_spine();
    s.spine.couple = true;
    CHECK(validate(s).empty());
    s.spine.target = 7;
    CHECK(complaint(s, "spine.couple").find("sacrum stands still") != std::string::npos);
}

TEST_CASE("no level is restricted and hypermobile at once") {
    Scenario s = default_spine();
    s.spine.restricted[2] = s.spine.hypermobile[2] = true;
    CHECK(complaint(s, "spine.hypermobile").find("T12-L1") == 0);
}

TEST_CASE("a table names each level once, with sane numbers") {
    std::vector<SpineLevel> levels = table();
    levels.pop_back();
    CHECK(complaint(with_levels(levels), "spine.levels") == "the level L5-S1 is missing");
    levels = table();
    levels.push_back(levels[3]);
    CHECK(complaint(with_levels(levels), "spine.levels") == "the level L1-L2 is there 2 times");
    levels = table();
    levels[6].disc_stiffness_nm_deg = -1.6;
    CHECK(complaint(with_levels(levels), "spine.levels") ==
          "L4-L5: kd_nm_deg -1.6 is outside the allowed range 0.01 to 50");
    levels[6].disc_stiffness_nm_deg = std::nan("");
    CHECK(complaint(with_levels(levels), "spine.levels").find("nan") != std::string::npos);
}

TEST_CASE("the bubble left in a facet fits into it") {
    Scenario s = default_spine();
    s.bubble.nucleus_radius = 6e-3;  // into L4-L5's 7.2 mm, not into T10-T11's 5.6 mm
    CHECK(complaint(s, "bubble.nucleus_radius_m").find("joint.articular_radius_m") != std::string::npos);
}

TEST_CASE("the seeds of the facets' pockets are whole numbers, and a run needs them where something is drawn") {
    Scenario s = default_spine();
    CHECK(validate(s, {}).empty());
    s.joint.pockets = 5.0;
    s.bubble.firing = Firing::rate;
    CHECK(validate(s).empty());
    const auto problems = validate(s, {});
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].key == "spine.pockets_seed");
    CHECK(problems[1].key == "spine.strengths_seed");
    s.spine.pockets_seed = 1.5;
    s.spine.strengths_seed = 2.0;
    CHECK(complaint(s, "spine.pockets_seed") == "1.5 is not a whole number");
}

TEST_CASE("what is wrong with the pockets of a spine is found before anything is drawn") {
    Scenario s = default_spine();
    s.joint.pockets = 2.5;
    CHECK(complaint(s, "joint.pockets") == "2.5 is not a whole number");
    s.joint.pockets = 2.0;
    s.bubble.firing = Firing::threshold;
    s.bubble.firing_pressures = {-5e4};
    CHECK(complaint(s, "bubble.firing_pressures_pa").find("1 pressures for 2 pockets") == 0);
}
