#include "apps/cli/load.hpp"

#include <doctest/doctest.h>

#include <set>

#include "apps/cli/failure.hpp"

using namespace synovia::cli;

TEST_CASE("shares are pure numbers, with or without per cent") {
    CHECK(parse_share("") == 0.0);
    CHECK(parse_share("25%") == 0.25);
    CHECK(parse_share("0.25") == 0.25);
    for (const char* bad : {"-1%", "nan", "inf", "2000%", "5 mm", "x"}) CHECK_THROWS_AS(parse_share(bad), Failure);
}

TEST_CASE("every take, joint and attempt draws from its own place") {
    std::set<std::uint64_t> seen;
    for (std::uint64_t take = 1; take <= 100; ++take)
        for (std::uint64_t joint = 0; joint < 5; ++joint)
            for (std::uint64_t attempt = 0; attempt <= 20; ++attempt) seen.insert(draw_index(take, joint, attempt));
    CHECK(seen.size() == 100 * 5 * 21);
}

TEST_CASE("--set and --vary both reach the scenario") {
    ScenarioOptions options;
    options.overrides = {"joint.damping_n_s_m=7"};
    CHECK(load_scenario("knuckle", options, true).scenario.joint.damping == 7.0);
    const double nominal = load_scenario("knuckle", {}, true).scenario.joint.articular_radius;
    options.vary = "25%";
    CHECK(load_scenario("knuckle", options, true).scenario.joint.articular_radius != nominal);
}
