#include "apps/cli/plot/plot_pockets.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "apps/cli/plot/plot_figure.hpp"
#include "solver/simulate.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using synovia::test::contains;

namespace {

/// Pockets that tear at given pressures, the last one never.
PlotRun crack(std::vector<double> shares, std::vector<double> pressures) {
    Scenario scenario;
    scenario.joint.pockets = static_cast<double>(shares.size());
    scenario.joint.pocket_weights = std::move(shares);
    scenario.bubble.shape = BubbleShape::gap;
    scenario.bubble.firing = Firing::threshold;
    scenario.bubble.firing_pressures = std::move(pressures);
    Trajectory trajectory = simulate(scenario);
    Summary summary = summarise(trajectory);
    return {"crack", "A crack", std::move(trajectory), std::move(summary)};
}

PlotRun three() { return crack({0.2, 0.5, 0.3}, {-60e3, -40e3, -5e6}); }

const Panel& panel(const Figure& figure, const std::string& title) {
    const auto found = std::ranges::find(figure.panels, title, &Panel::title);
    REQUIRE(found != figure.panels.end());
    return *found;
}

}  // namespace

TEST_CASE("pockets are drawn in the order in which they tear, those that do not last") {
    const PlotRun run = three();
    CHECK(drawn_pockets(run) == std::vector<std::size_t>{1, 0, 2});
    CHECK(contains(pockets_text(run), "2 of 3 pockets tear within "));
    CHECK(pocket_text(run.summary.pockets[2]) == "30 % of the gap never");
    CHECK(pocket_text(run.summary.pockets[1]).starts_with("50 % of the gap at "));
}

TEST_CASE("of many pockets the largest are drawn, and it is said that there are more") {
    PlotRun run = three();
    run.summary.pockets.clear();
    for (int k = 0; k < 8; ++k) run.summary.pockets.push_back({(k + 1) / 36.0, 0.1 - 0.01 * k});
    CHECK(drawn_pockets(run) == std::vector<std::size_t>{7, 6, 5, 4, 3, 2});
    CHECK(contains(pockets_text(run), "8 pockets tear within 70 ms, the 6 largest are drawn"));
    run.summary.pockets.resize(1);
    CHECK(drawn_pockets(run).empty());
}

TEST_CASE("the picture of one crack has a curve for each pocket in pressure and radius, and names them") {
    const std::vector<PlotRun> runs{three()};
    const Figure figure = make_figure(runs);
    CHECK(figure.legend.size() == 3);
    for (const char* title : {"Absolute pressure", "Bubble radius"}) {
        CHECK(panel(figure, title).by_pocket);
        CHECK(panel(figure, title).curves.size() == 3);
        CHECK(panel(figure, title).curves[0].burst.size() > 100);
    }
    CHECK(panel(figure, "Gap").curves.size() == 1);
    REQUIRE(figure.enlargement);
    CHECK(figure.enlargement->reference == "the first pocket tears");
    // All that tear lie in the enlargement, which counts from the first of them.
    const auto& pockets = runs.front().summary.pockets;
    CHECK(figure.enlargement->window.start < 0.0);
    CHECK(figure.enlargement->window.end > *pockets[0].firing_time - *pockets[1].firing_time);
    const std::string script = gnuplot_script(figure, FigureFormat::svg);
    CHECK(contains(script, "'A crack'"));
    CHECK(contains(script, "'30 % of the gap never'"));
}

TEST_CASE("several cracks are compared as joints, without their pockets") {
    const std::vector<PlotRun> runs{three(), three()};
    const Figure figure = make_figure(runs);
    CHECK(figure.legend.size() == 2);
    CHECK_FALSE(panel(figure, "Bubble radius").by_pocket);
    CHECK(panel(figure, "Absolute pressure").curves.size() == 2);
}
