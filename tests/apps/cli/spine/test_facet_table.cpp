#include "apps/cli/spine/facet_table.hpp"

#include <doctest/doctest.h>

#include "tests/apps/support.hpp"

using namespace synovia;
using test::contains;

TEST_CASE("what is done to a spine, in words") {
    Spine spine;
    CHECK(cli::action_text(spine) == "6 N m on L1 in 2 s, then 14 N m on L4 in 0.12 s, left");
    spine.couple = true;
    spine.side = Side::right;
    spine.guarding = 0.5;
    CHECK(cli::action_text(spine) == "6 N m on L1 in 2 s, then 14 N m on L4 against L5 in 0.12 s, right, guarding 0.5");
    spine.guarding.reset();
    spine.preload = 0.0;
    CHECK(cli::action_text(spine) == "14 N m on L4 against L5 in 0.12 s, right");
    spine.preload = 6.0;
    spine.kind = SpineKind::positioning;
    CHECK(cli::action_text(spine) == "6 N m on L1 in 2 s, right");
    spine.kind = SpineKind::twist;
    CHECK(cli::action_text(spine) == "shoulders turned by 70 degrees in 1 s, right");
}

TEST_CASE("a facet's row: what it did, its pop since the start, and why") {
    SpineRun run;
    run.start = 2.05;
    FacetResult popped;
    popped.level = 6;
    popped.max_opening = 1.484e-3;
    popped.max_rate = 0.0141;
    popped.min_pressure = -119.6e3;
    popped.pop_times = {2.1227};
    popped.peak_level = 93.4;
    popped.reason = FacetReason::popped;
    FacetResult slow;
    slow.level = 5;
    slow.side = Side::right;
    slow.max_opening = 1.01e-3;
    slow.min_pressure = -400.0;
    slow.reason = FacetReason::too_slow;
    slow.refill_time = 0.12;
    run.facets = {popped, slow};
    const std::string table = cli::facet_table(run);
    CHECK(contains(table, "\nL4-L5    left   0.0 deg  1.48 mm  14 mm/s  -120 kPa  73 ms, 93 dB    popped\n"));
    CHECK(contains(table, "\nL3-L4    right  0.0 deg  1.01 mm   0 mm/s     0 kPa  -               too slow: "));
    CHECK(cli::pops_text(0) == "no pop");
    CHECK(cli::pops_text(1) == "1 pop");
    CHECK(cli::pops_text(2) == "2 pops");
}
