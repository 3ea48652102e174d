#include "apps/studio/why_silent.hpp"

#include <doctest/doctest.h>

#include "solver/parameters.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;

TEST_CASE("the reason for silence compares the pressure with the threshold") {
    const Scenario s = default_scenario(Kind::joint);
    CHECK(synovia::test::contains(studio::why_silent(s, -80e3), "fell to -80 kPa; a pop needs less than -119.6 kPa"));
    CHECK(synovia::test::contains(studio::why_silent(s, -130e3), "but too briefly"));
    Scenario crack = s;
    crack.bubble.firing = Firing::rate;
    CHECK(synovia::test::contains(studio::why_silent(crack, -130e3), "no nucleus tore: they bear some 80 kPa"));
    CHECK(synovia::test::contains(studio::why_silent(crack, -80e3), "a pop needs less than -119.6 kPa"));
    crack.bubble.firing = Firing::threshold;
    CHECK(synovia::test::contains(studio::why_silent(crack, -130e3), "no pocket's firing pressure was passed"));
    CHECK(studio::why_silent(default_scenario(Kind::bubble), 101325.0) == "the bubble does not move");
}
