#include "apps/cli/plot/plot_layout.hpp"

#include <doctest/doctest.h>

#include "tests/near.hpp"

using namespace synovia::cli;
using synovia::test::near;

namespace {

Figure with_panels(std::size_t panels, std::size_t in_run_only, std::size_t marks) {
    Figure figure;
    figure.enlargement = {{0.0, 1.0}, {}, "zero"};
    figure.panels.resize(panels);
    for (std::size_t i = 0; i < in_run_only; ++i) figure.panels[i].enlarged = false;
    figure.marks.resize(marks);
    return figure;
}

}  // namespace

TEST_CASE("the panels end where the time axis needs its room, however many marks and runs there are") {
    for (const std::size_t panels : {2U, 3U, 6U})
        for (const std::size_t in_run_only : {0U, 1U})
            for (const std::size_t marks : {0U, 1U, 4U})
                for (const std::size_t runs : {0U, 2U, 7U}) {
                    Figure figure = with_panels(panels, in_run_only, marks);
                    figure.legend.resize(runs);
                    const Layout layout = layout_of(figure);
                    CHECK(layout.panel_top_px(panels) == near(height_px - footer_px, 1e-12));
                    CHECK(layout.panel_px > 2.0 * text_px);
                    // The names of the marks stand above the first panel of the enlargement, below the heading.
                    const double names_px = static_cast<double>(marks) * line_px;
                    CHECK(layout.panel_top_px(in_run_only) - names_px >= layout.titles_px + line_px - 1e-9);
                }
}

TEST_CASE("a place above the enlargement is used for the names of marks before the panels shrink") {
    CHECK(layout_of(with_panels(6, 1, 3)).header_px < layout_of(with_panels(6, 0, 3)).header_px);
}

TEST_CASE("text is 3 % of the height, and smaller only where it would not fit") {
    CHECK(text_px == near(0.03 * height_px, 1e-12));
    CHECK(fitting_px("short", text_px, 1000.0) == text_px);
    const std::string endless(200, 'x');
    CHECK(text_width_px(endless, fitting_px(endless, text_px, 1000.0)) == near(1000.0, 1e-12));
}
