// A terminal that can be used, and two that cannot, are in test_full_screen.cpp.
#include "apps/cli/live/terminal_kind.hpp"

#include <cstdlib>

#include <doctest/doctest.h>
#include "apps/cli/failure.hpp"

using namespace synovia;

TEST_CASE("a screen needs a kind of terminal whose cursor moves") {
    setenv("TERM", "xterm-256color", 1);
    CHECK_NOTHROW(cli::require_screen());
    for (const char* term : {"dumb", "no-such-terminal", ""}) {
        CAPTURE(term);
        setenv("TERM", term, 1);
        CHECK_THROWS_AS(cli::require_screen(), cli::Failure);
    }
}
