#include "apps/cli/live/screen.hpp"

#include <doctest/doctest.h>

using synovia::cli::fitted;

TEST_CASE("a text is cut by characters, not by bytes, and what may be wide becomes a question mark") {
    CHECK(fitted("knuckle", 6) == "knu...");
    CHECK(fitted("knuckle", 7) == "knuckle");
    CHECK(fitted("knuckle", 4) == "k...");
    CHECK(fitted("knuckle", 3) == "knu");
    CHECK(fitted("knuckle", 9) == "knuckle");
    CHECK(fitted("Kn\u00f6chel", 3) == "Kn\u00f6");
    CHECK(fitted("a\u9aa8b", 3) == "a?b");
    CHECK(fitted("a", 0).empty());
    CHECK(fitted("a", -3).empty());
}
