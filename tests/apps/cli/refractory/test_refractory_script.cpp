#include "apps/cli/refractory/refractory_script.hpp"

#include <doctest/doctest.h>

#include "tests/apps/support.hpp"

using namespace synovia;
using test::contains;

TEST_CASE("level and bubble stand over minutes, beside the first pull and the end of the period") {
    const Refractory table{{{0.0, 3e-4, 20.0, -70.0}, {1800.0, 0.0, 90.0, 0.0}}, 90.0, 1230.0, Outcome::popped, 0.4};
    const std::string script = cli::refractory_script("it's", table, cli::FigureFormat::svg);
    CHECK(contains(script, "'it''s'"));
    CHECK(contains(script, "\n0 20\n30 90\ne\n"));
    CHECK(contains(script, "\n0 300\n30 0\ne\n"));
    CHECK(contains(script, "'the first pull'"));
    CHECK(contains(script, "'the last bubble is gone after 20.5 min'"));
    CHECK(contains(script, "set xrange [0:30]"));
    Refractory longer = table;
    longer.period = 3600.0;  // beyond the picture
    CHECK_FALSE(contains(cli::refractory_script("a", longer, cli::FigureFormat::svg), "bubble is gone"));
}
