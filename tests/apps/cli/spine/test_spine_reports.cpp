#include "apps/cli/spine/spine_reports.hpp"

#include <doctest/doctest.h>

#include "tests/apps/support.hpp"

using namespace synovia;
using test::contains;

TEST_CASE("a rate that misses stands there as a miss, one that nobody published without a verdict") {
    const std::string table = cli::rates_table({{"near", 96.5, PublishedRate{96.7, "Cramer 2011", {91.0, 100.0}}},
                                                {"far", 2.0, PublishedRate{5.0, "Ross 2004", {4.0, 6.0}}},
                                                {"unknown", 1.5, {}}});
    CHECK(contains(table, "96.5   96.7       91 to 100     yes     Cramer 2011\n"));
    CHECK(contains(table, "2      5          4 to 6        misses  Ross 2004\n"));
    CHECK(contains(table, "1.5    -          -             -       \n"));
}

TEST_CASE("a statement with all that belongs to it") {
    const std::string text = cli::statement_text({"hot", "knob", "a run", "12 mm", "none", "no"});
    CHECK(text == "hot\n  knob      knob\n  run       a run\n  model     12 mm\n  evidence  none\n  agrees    no\n");
}
