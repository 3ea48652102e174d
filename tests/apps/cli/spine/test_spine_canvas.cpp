#include "apps/cli/spine/spine_canvas.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/apps/support.hpp"

using namespace synovia::cli;
using synovia::test::contains;
using synovia::test::near;

TEST_CASE("a colour is light at one end of the range, dark at the other, and stays within") {
    const Span range{-120e3, 101e3};
    CHECK(pressure_colour(101e3, range) == "#e9f2fa");
    CHECK(pressure_colour(150e3, range) == "#e9f2fa");
    CHECK(pressure_colour(-120e3, range) == "#08306b");
    CHECK(pressure_colour(-300e3, range) == "#08306b");
    CHECK(pressure_colour(-9.5e3, range) == "#6baed6");
}

TEST_CASE("slits and stars are closed and as large as asked for") {
    for (const auto& outline : {slit({10.0, 20.0}, 8.0, 30.0, 0.0), star({10.0, 20.0}, 15.0)}) {
        CHECK(outline.front().x == near(outline.back().x, 1e-12));
        CHECK(outline.front().y == near(outline.back().y, 1e-12));
        double highest = 0.0;
        for (const Point& p : outline) highest = std::max(highest, std::abs(p.y - 20.0));
        CHECK(highest == near(15.0, 1e-12));
    }
}

TEST_CASE("texts are taken literally and lie in front") {
    Canvas canvas(FigureFormat::svg);
    canvas.add({{1.0, 2.0}, {3.0, 4.0}}, "lines");
    canvas.put("it's", {800.0, 450.0}, "left");
    const std::string script = canvas.script();
    CHECK(contains(script, "set label 'it''s' at screen 0.5, screen 0.5 front left font ',27'\n"));
    CHECK(contains(script, "plot '-' with lines\n1 2\n3 4\ne\n"));
}
