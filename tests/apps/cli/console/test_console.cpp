// Notes, warnings and the progress line, seen through the program because they depend on the terminal.
#include <doctest/doctest.h>

#include "tests/apps/cli/support.hpp"

using synovia::cli::test::contains;
using synovia::cli::test::has_terminal;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;

namespace {

/// Takes that need about 0.15 s each: the progress line appears after a second.
std::string takes(int count) {
    return " render knuckle-slow --set simulation.relative_tolerance=1e-10 --duration 10ms --allow-silent --force -n " +
           std::to_string(count);
}

}  // namespace

TEST_CASE("progress shows on a terminal only, with the time left, and not when quiet") {
    const Workplace place;
    if (!has_terminal(place)) return;
    const auto on_terminal = [&](const std::string& arguments) {
        return place.sh("TERM=xterm script -qec '" SYNOVIA_PROGRAM + arguments + "' /dev/null").out;
    };
    const std::string shown = on_terminal(takes(30));
    CHECK(contains(shown, "] "));
    CHECK(contains(shown, " of 30, "));
    CHECK(contains(shown, " s left"));
    CHECK_FALSE(contains(on_terminal(takes(10) + " --quiet"), " s left"));
    CHECK_FALSE(contains(place.sh("synovia" + takes(10)).err, " s left"));
}

TEST_CASE("--quiet keeps errors") {
    const Workplace place;
    CHECK(contains(place.sh("synovia render nuckle --quiet").err, "synovia: no preset"));
    CHECK(place.sh("synovia render knuckle-slow --quiet").err.empty());
    CHECK(place.sh("synovia render knuckle --level cal:80 --quiet").err.empty());
    CHECK(contains(place.sh("synovia render knuckle --level cal:80 --force").err, "synovia: warning: knuckle.wav: "));
}

TEST_CASE("a terminal shows what stands in a stranger's file, a pipe gets its bytes") {
    const Workplace place;
    // U+202E turns the text round, U+009B begins a command to the terminal: TOML allows both in a comment.
    const std::string comment = "# \xe2\x80\xae \xc2\x9b";
    write_file(place / "stranger.toml", "schema = 1\nkind = \"joint\"\n" + comment + "31m\n");
    CHECK(contains(place.sh("synovia presets ./stranger.toml").out, comment));
    if (!has_terminal(place)) return;
    const std::string shown =
        place.sh("TERM=xterm script -qec '" SYNOVIA_PROGRAM " presets ./stranger.toml' /dev/null").out;
    CHECK(contains(shown, "# \\u202e \\x9b31m"));
    CHECK_FALSE(contains(shown, comment));
}
