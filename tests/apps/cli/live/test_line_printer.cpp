// What becomes of lines that nobody reads is in test_live_command.cpp, which needs a program of its own for it.
#include "apps/cli/live/line_printer.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "apps/cli/failure.hpp"

using synovia::cli::LinePrinter;

TEST_CASE("lines are printed until one could not be; then it says why, when asked") {
    const int kept = dup(STDOUT_FILENO), full = open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    LinePrinter printer;
    CHECK_FALSE(printer.unheard());
    CHECK_NOTHROW(printer.complain());
    dup2(full, STDOUT_FILENO);
    printer.say("lost");
    dup2(kept, STDOUT_FILENO);
    printer.say("not printed");
    CHECK(printer.unheard());
    CHECK_THROWS_AS(printer.complain(), synovia::cli::Failure);
    close(kept);
    close(full);
}
