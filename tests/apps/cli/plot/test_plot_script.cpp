#include "apps/cli/plot/plot_script.hpp"

#include <doctest/doctest.h>

#include "tests/apps/cli/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using synovia::cli::test::contains;
using synovia::test::near;

namespace {

Curve ramp(double size) {
    Curve curve;
    for (int i = 0; i <= 100; ++i) {
        curve.run.push_back({i / 100.0, i / 100.0 * size});
        curve.burst.push_back({i / 500.0 - 0.1, i / 100.0 * size});
    }
    return curve;
}

Figure ramp_figure() {
    Figure figure;
    figure.title = "it's";
    figure.run = {0.0, 1.0};
    figure.enlargement = {{-0.1, 0.1}, {{0.4, 0.6}}, "the middle"};
    figure.marks = {{0.0, "one"}, {1e-7, "two"}};
    figure.panels = {{"Gap", "m", {ramp(1e-3)}, {{5e-4, "line", "dt 2"}}}};
    return figure;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("quantities are drawn with a prefix, texts literally") {
    const std::string script = gnuplot_script(ramp_figure(), FigureFormat::svg);
    CHECK(script.starts_with("set terminal svg noenhanced size 1600,900 dynamic rounded "));
    CHECK(contains(script, "'it''s'"));
    CHECK(contains(script, "'Gap (mm)'"));
    CHECK(contains(script, "'Time after the middle (ms)'"));
    CHECK(contains(script, "\n1 1\ne\n"));    // the last point of the run, 1 s and 1 mm
    CHECK(contains(script, "\n100 1\ne\n"));  // and of the enlargement, 100 ms
    CHECK(contains(script, "'line'"));
    CHECK(contains(gnuplot_script(ramp_figure(), FigureFormat::png),
                   "set terminal pngcairo noenhanced size 1920,1080 rounded "));
}

TEST_CASE("names of events stand one below the other, however close the events are") {
    const std::string script = gnuplot_script(ramp_figure(), FigureFormat::svg);
    const auto height = [&](const std::string& name) {
        const std::size_t label = script.find("set label '" + name + "'");
        REQUIRE(label != std::string::npos);
        const std::size_t comma = script.find(", screen ", label);
        return std::stod(script.substr(comma + 9));
    };
    CHECK(height("one") - height("two") == near(31.0 / 900.0, 1e-4));
}

TEST_CASE("without an enlargement one column takes the whole width") {
    Figure figure = ramp_figure();
    figure.enlargement.reset();
    const std::string script = gnuplot_script(figure, FigureFormat::svg);
    CHECK(count(script, "\nplot ") == 1);
    CHECK(contains(script, "'one'"));
    CHECK(count(gnuplot_script(ramp_figure(), FigureFormat::svg), "\nplot ") == 2);
}

TEST_CASE("a panel of the whole run only leaves its place in the enlargement to the names") {
    Figure figure = ramp_figure();
    figure.panels.insert(figure.panels.begin(), figure.panels.front());
    figure.panels.front().enlarged = false;
    CHECK(count(gnuplot_script(figure, FigureFormat::svg), "\nplot ") == 3);
}

TEST_CASE("every run has a style of its own, in its panels and in the legend") {
    Figure figure = ramp_figure();
    figure.panels.front().curves = {};
    for (std::size_t i = 0; i < most_runs_in_figure; ++i) {
        figure.panels.front().curves.push_back(ramp(1e-3 * static_cast<double>(i + 1)));
        figure.legend.push_back("run " + std::to_string(i));
    }
    const std::string script = gnuplot_script(figure, FigureFormat::svg);
    for (const char* colour : {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"}) {
        CAPTURE(colour);
        CHECK(count(script, std::string("lc rgb '") + colour + "' lw 3") == 3);
    }
    CHECK(contains(script, "'run 6'"));
}

TEST_CASE("a curve below the least extent gets an axis of that extent") {
    Figure figure = ramp_figure();
    figure.panels = {{"Sound", "Pa", {ramp(1e-6)}, {}, 20e-6}};
    CHECK(contains(gnuplot_script(figure, FigureFormat::svg), "set yrange [-23.2:23.2]"));
}

TEST_CASE("a constant curve still has an axis") {
    Figure figure = ramp_figure();
    figure.panels = {{"Still", "m", {ramp(0.0)}}};
    CHECK_FALSE(contains(gnuplot_script(figure, FigureFormat::svg), "set yrange [0:0]"));
}
