#include "apps/cli/load.hpp"

#include <doctest/doctest.h>

#include "apps/cli/failure.hpp"

using namespace synovia::cli;

TEST_CASE("shares are pure numbers, with or without per cent") {
    CHECK(parse_share("") == 0.0);
    CHECK(parse_share("25%") == 0.25);
    CHECK(parse_share("0.25") == 0.25);
    for (const char* bad : {"-1%", "nan", "inf", "2000%", "5 mm", "x"}) CHECK_THROWS_AS(parse_share(bad), Failure);
}

TEST_CASE("--set and --vary both reach the scenario") {
    ScenarioOptions options;
    options.overrides = {"joint.damping_n_s_m=7"};
    CHECK(load_scenario("knuckle", options, true).scenario.joint.damping == 7.0);
    const double nominal = load_scenario("knuckle", {}, true).scenario.joint.articular_radius;
    options.vary = "25%";
    CHECK(load_scenario("knuckle", options, true).scenario.joint.articular_radius != nominal);
}
