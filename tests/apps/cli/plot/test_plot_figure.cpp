#include "apps/cli/plot/plot_figure.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>

#include "apps/cli/plot/plot_script.hpp"
#include "solver/blake.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using synovia::test::contains;

namespace {

PlotRun run_of(const Scenario& scenario, const std::string& title) {
    Trajectory trajectory = simulate(scenario);
    Summary summary = summarise(trajectory);
    return {"name of " + title, title, std::move(trajectory), std::move(summary)};
}

Scenario slow_pull() {
    Scenario scenario = default_scenario(Kind::joint);
    scenario.traction.rise_time = 1.0;
    scenario.simulation.duration = 1.5;
    return scenario;
}

const Panel& panel(const Figure& figure, std::string_view title) {
    const auto found = std::ranges::find(figure.panels, title, &Panel::title);
    REQUIRE(found != figure.panels.end());
    return *found;
}

}  // namespace

TEST_CASE("the hand is drawn from rest to the end of its way, in the whole run only") {
    const Scenario scenario = default_scenario(Kind::joint);
    const std::vector<PlotRun> runs{run_of(scenario, "a")};
    const Figure figure = make_figure(runs);
    const Panel& hand = panel(figure, "Hand");
    CHECK_FALSE(hand.enlarged);
    REQUIRE(hand.curves.size() == 1);
    CHECK(hand.curves[0].run.front().y == 0.0);
    CHECK(hand.curves[0].run.back().y == scenario.traction.distance);
    CHECK(hand.curves[0].burst.empty());
    CHECK(panel(figure, "Gap").curves[0].burst.size() > 100);
    CHECK(figure.legend.empty());
    CHECK(contains(figure.subtitle, "Pitch"));
}

TEST_CASE("a force is drawn in newton") {
    Scenario scenario = slow_pull();
    scenario.traction.kind = TractionKind::force;
    scenario.traction.force = 3.0;
    const std::vector<PlotRun> runs{run_of(scenario, "a")};
    const Figure figure = make_figure(runs);
    const Panel& hand = panel(figure, "Pull of the hand");
    CHECK(hand.unit == "N");
    CHECK(hand.curves[0].run.back().y == 3.0);
}

TEST_CASE("runs that are compared count the enlargement from their own nucleation, a silent one from the first's") {
    Scenario late = default_scenario(Kind::joint);
    late.traction.rise_time = 0.2;
    const std::vector<PlotRun> runs{run_of(slow_pull(), "slow"), run_of(default_scenario(Kind::joint), "brisk"),
                                    run_of(late, "late")};
    const Figure figure = make_figure(runs);
    REQUIRE(figure.enlargement);
    CHECK(figure.enlargement->reference == "nucleation");
    CHECK(figure.enlargement->shaded.size() == 2);
    CHECK(figure.run.end == 1.5);
    CHECK(figure.title.empty());
    REQUIRE(figure.legend.size() == 3);
    CHECK(figure.legend[0] == "slow");
    CHECK(contains(figure.legend[1], "brisk, pitch "));
    const Panel& radius = panel(figure, "Bubble radius");
    for (const std::size_t i : {1U, 2U}) {
        const std::vector<Point>& burst = radius.curves[i].burst;
        const double nucleus = burst.front().y;
        const auto grown = std::ranges::find_if(burst, [&](const Point& p) { return p.y > 10.0 * nucleus; });
        REQUIRE(grown != burst.end());
        CHECK(grown->x > 0.0);
        CHECK(grown->x < 0.1 * figure.enlargement->window.end);
    }
    for (const Point& p : radius.curves[0].burst) CHECK(p.y < 1e-6);
}

TEST_CASE("where the Blake threshold is not the same in every run, each has its own in its colour") {
    Scenario other = default_scenario(Kind::joint);
    other.bubble.nucleus_radius = 4e-7;
    const std::vector<PlotRun> runs{run_of(default_scenario(Kind::joint), "a"), run_of(other, "b")};
    const auto has_threshold = [](const Figure& figure) {
        const auto& lines = panel(figure, "Absolute pressure").lines;
        return std::ranges::find(lines, "Blake threshold", &ReferenceLine::text) != lines.end();
    };
    CHECK(has_threshold(make_figure({runs.data(), 1})));
    const std::vector<PlotRun> same{runs[0], runs[0]};
    CHECK(has_threshold(make_figure(same)));
    const Figure figure = make_figure(runs);
    CHECK_FALSE(has_threshold(figure));
    std::vector<ReferenceLine> own = panel(figure, "Absolute pressure").lines;
    std::erase_if(own, [](const ReferenceLine& line) { return !line.run; });
    REQUIRE(own.size() == 2);
    std::ranges::sort(own, {}, &ReferenceLine::run);
    for (std::size_t i = 0; i < 2; ++i) CHECK(own[i].value == blake_threshold(runs[i].trajectory.scenario()));
    CHECK(own[0].text == "Blake thresholds");
    CHECK(own[1].text.empty());
    const std::string script = gnuplot_script(figure, FigureFormat::svg);
    CHECK(contains(script, "nohead back lw 1.5 lc rgb '#0072B2' dt (11,11)"));
    CHECK(contains(script, "nohead back lw 1.5 lc rgb '#D55E00' dt (11,11)"));
}

TEST_CASE("the legend of many runs has their names and what is heard of them") {
    const std::vector<PlotRun> runs(5, run_of(slow_pull(), "slow"));
    CHECK(make_figure(runs).legend == std::vector<std::string>(5, "name of slow, silent"));
}
