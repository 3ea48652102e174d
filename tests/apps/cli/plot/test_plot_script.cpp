#include "apps/cli/plot/plot_script.hpp"

#include <doctest/doctest.h>

#include "tests/apps/cli/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using synovia::cli::test::contains;

namespace {

Figure ramp_figure() {
    Figure figure;
    figure.title = "it's";
    figure.plan = {{0.0, 1.0}, {0.4, 0.6}, 0.5, "the middle", {{0.5, "one"}, {0.5000001, "two"}}};
    for (int i = 0; i <= 100; ++i) {
        Sample sample;
        sample.time = i / 100.0;
        sample.gap = i * 1e-5;
        figure.run.push_back(sample);
        figure.burst.push_back(sample);
    }
    figure.panels = {{"Gap", "m", &Sample::gap, {{5e-4, "line", "dt 2"}}, 0.0}};
    return figure;
}

}  // namespace

TEST_CASE("quantities are drawn with a prefix, texts literally") {
    const std::string script = gnuplot_script(ramp_figure(), FigureFormat::svg);
    CHECK(script.starts_with("set terminal svg noenhanced"));
    CHECK(contains(script, "'it''s'"));
    CHECK(contains(script, "'Gap (mm)'"));
    CHECK(contains(script, "'Time after the middle (ms)'"));
    CHECK(contains(script, "\n1 1\ne\n"));  // the last point of the run, 1 s and 1 mm
    CHECK(contains(script, "'one'"));
    CHECK(contains(gnuplot_script(ramp_figure(), FigureFormat::png), "set terminal pngcairo"));
}

TEST_CASE("a curve below the least extent gets an axis of that extent") {
    Figure figure = ramp_figure();
    figure.panels = {{"Sound", "Pa", &Sample::pressure, {}, 20e-6}};
    CHECK(contains(gnuplot_script(figure, FigureFormat::svg), "set yrange [-20:20]"));
}

TEST_CASE("a constant curve still has an axis") {
    Figure figure = ramp_figure();
    figure.panels = {{"Still", "m", &Sample::radius, {}, 0.0}};
    CHECK_FALSE(contains(gnuplot_script(figure, FigureFormat::svg), "set yrange [0:0]"));
}
