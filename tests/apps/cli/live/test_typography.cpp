#include "apps/cli/live/typography.hpp"

#include <doctest/doctest.h>

using synovia::cli::typeset;

TEST_CASE("units and powers of ten get their signs") {
    CHECK(typeset("280 um to 5 us, 20 uPa.") == "280 \u00b5m to 5 \u00b5s, 20 \u00b5Pa.");
    CHECK(typeset("-300x10^-15 m3/Pa") == "-300\u00b710^-15 m\u00b3/Pa");
    CHECK(typeset("200x10^9 Pa s/m3, 1 m2") == "200\u00b710^9 Pa s/m\u00b3, 1 m\u00b2");
}

TEST_CASE("cubic millimetres have their sign, and what was cut off has one") {
    CHECK(typeset("0.3 mm3/kPa") == "0.3 mm\u00b3/kPa");
    CHECK(typeset("a long te...") == "a long te\u2026");
    CHECK(typeset("[##...] 1") == "[##...] 1");
}

TEST_CASE("words stay as they are") {
    for (const char* text :
         {"30 x 10 cells", "umpire", "4 ums", "u", "m", "", "x10^3", "item3", "9 upper", "m30", "us all", "comm3"})
        CHECK(typeset(text) == text);
}
