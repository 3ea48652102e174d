#include "apps/cli/spine/spine_figure.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using namespace synovia::cli;

namespace {

SpineFigure figure_of(const Scenario& scenario) { return make_spine_figure("A spine", simulate(scenario)); }

double lowest(const std::vector<Point>& points) { return std::ranges::min_element(points, {}, &Point::y)->y; }

}  // namespace

TEST_CASE("a thrust's picture: the target first, then what popped after it") {
    const SpineFigure figure = figure_of(default_scenario(Kind::spine));
    CHECK(figure.subtitle == "6 N m on L1 in 2 s, then 14 N m on L4 in 0.12 s, left: 2 pops");
    REQUIRE(figure.facets.size() == 16);
    CHECK(figure.facets[12].phrase == "L4-L5 popped, 73 ms");
    CHECK(figure.facets[12].numbers == "1.48 mm, -120 kPa, 93 dB");
    CHECK(figure.facets[13].phrase == "L4-L5 closed");
    CHECK(figure.facets[13].numbers.empty());
    REQUIRE(figure.curves.size() == 4);
    CHECK(figure.curves[0].name == "L4-L5");
    CHECK(figure.curves[1].name == "L5-S1");
    for (const FacetCurve& curve : figure.curves) {
        CHECK(curve.opening.front().x == figure.window.start);
        CHECK(std::ranges::is_sorted(curve.pressure, {}, &Point::x));
    }
    CHECK(figure.window.start < 0.0);
    CHECK(figure.window.end > 0.0826);  // the last pop
    CHECK(lowest(figure.curves[0].pressure) == test::near(-119.8e3, 2e-3));
    CHECK_FALSE(figure.curves[0].sound.empty());
    CHECK(figure.curves[2].sound.empty());
    CHECK(std::ranges::is_sorted(figure.pressures, {}, &ReferenceLine::value));
}

TEST_CASE("what is unlike the rest is drawn, though it is silent and others pop") {
    Scenario s = default_scenario(Kind::spine);
    s.spine.kind = SpineKind::twist;
    s.spine.hypermobile[5] = s.spine.restricted[6] = true;
    s.simulation.duration = 1.5;
    const SpineFigure figure = figure_of(s);
    CHECK(figure.time_title == "Time from the start of the twist");
    CHECK(figure.window.start == 0.0);
    CHECK(figure.curves[0].name == "L3-L4");
    CHECK(figure.curves[1].name == "L4-L5");
    CHECK(figure.facets[12].phrase == "L4-L5 too slow");
}

TEST_CASE("sides are named where both are drawn") {
    Scenario s = default_scenario(Kind::spine);
    s.spine.target = 7;
    s.spine.common_opening = 1e-3;
    const SpineFigure figure = figure_of(s);
    CHECK(figure.curves[0].name == "L5-S1 left");
    CHECK(std::ranges::any_of(figure.curves, [](const FacetCurve& c) { return c.name.ends_with("right"); }));
}

TEST_CASE("positioning is drawn from its first instant, for the preload is all of it") {
    Scenario s = default_scenario(Kind::spine);
    s.spine.kind = SpineKind::positioning;
    const SpineFigure figure = figure_of(s);
    CHECK(figure.window.start == test::near(-2.05, 1e-12));
    CHECK(figure.window.end > 0.0);
    for (const FacetCurve& curve : figure.curves) CHECK(curve.sound.empty());
}
