// What traces look like is in test_view.cpp.
#include "apps/cli/live/traces.hpp"

#include <doctest/doctest.h>

using namespace synovia::cli;
using synovia::studio::glances_per_second;

TEST_CASE("traces show about four seconds, a whole number of glances to a dot") {
    for (int columns = 44; columns < 400; ++columns)
        for (const bool braille : {true, false}) {
            const std::size_t length = trace_glances(columns, braille);
            CHECK(length % static_cast<std::size_t>(columns) == 0);
            CHECK(length >= 4 * glances_per_second);
            CHECK(length < 8 * glances_per_second);
        }
}

TEST_CASE("where nothing was seen nothing is drawn") {
    Screen screen;
    draw_traces(screen, {}, {0, 0, 12, 60}, true);
    CHECK(screen.empty());
}
