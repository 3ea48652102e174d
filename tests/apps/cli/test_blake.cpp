#include "apps/cli/blake.hpp"

#include <doctest/doctest.h>

#include "solver/parameters.hpp"
#include "tests/apps/cli/support.hpp"

using namespace synovia;

TEST_CASE("the reason for silence compares the pressure with the threshold") {
    const Scenario s = default_scenario(Kind::joint);
    CHECK(cli::test::contains(cli::why_silent(s, -80e3), "fell to -80 kPa; a pop needs less than -119.6 kPa"));
    CHECK(cli::test::contains(cli::why_silent(s, -130e3), "but too briefly"));
    CHECK(cli::why_silent(default_scenario(Kind::bubble), 1e5) == "the bubble does not move");
}
