#include "apps/cli/refractory/refractory_script.hpp"

#include <algorithm>
#include <cassert>
#include <vector>

#include "apps/cli/plot/gnuplot_text.hpp"
#include "apps/cli/plot/plot_layout.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

constexpr double minute_s = 60.0;
constexpr Span edges_px{250, 1560};
constexpr double top_px = 140, panel_px = 310, between_px = 40;

/// One quantity over the rest, in the units of its axis.
struct Series {
    std::string title;
    std::vector<double> values;
    Span range;
    const char* style;
};

std::string put(const std::string& text, double x_px, double y_px, double size_px, FigureFormat format) {
    return "set label " + literal(text) + " at " + screen_x(x_px) + ", " + screen_y(y_px) + " left " +
           font(size_px, format) + "\n";
}

/// A vertical line where the last bubble is gone.
std::string end_of_period(const Refractory& table, bool named) {
    const std::string x = number(table.period / minute_s);
    const std::string text =
        "the last bubble is gone after " + studio::significant(table.period / minute_s, 3) + " min";
    std::string script = "set arrow from first " + x + ", graph 0 to first " + x +
                         ", graph 1 nohead back lc rgb '#555555' lw 1.5 dt (1,7)\n";
    if (named) script += "set label " + literal(text) + " at first " + x + ", graph 1 left offset 0.5,0.7\n";
    return script;
}

std::string first_pull(const Refractory& table) {
    const std::string y = number(table.first_level);
    return "set arrow from graph 0, first " + y + " to graph 1, first " + y +
           " nohead back lc rgb '#555555' lw 1.5 dt (11,9)\nset label 'the first pull' at graph 0.99, first " + y +
           " right offset 0,-0.8\n";
}

std::string panel(const Refractory& table, const Series& series, std::size_t row, bool last) {
    const double top = top_px + static_cast<double>(row) * (panel_px + between_px);
    const Span range = with_margin(series.range);
    std::string script = "set lmargin at " + screen_x(edges_px.low) + "\nset rmargin at " + screen_x(edges_px.high) +
                         "\nset tmargin at " + screen_y(top) + "\nset bmargin at " + screen_y(top + panel_px) + "\n";
    script += "set yrange [" + number(range.low) + ":" + number(range.high) + "]\nset ytics " +
              number(tick_step((range.high - range.low) / 5.0)) + "\n";
    script += last ? "set format x '%g'\n" : "set format x ''\n";
    script += "set ylabel " + literal(series.title) + "\n";
    script += "plot '-' using 1:2 with linespoints pt 7 ps 0.8 " + std::string(series.style) + "\n";
    for (std::size_t i = 0; i < series.values.size(); ++i)
        script += number(table.rows[i].rest / minute_s) + " " + number(series.values[i]) + "\n";
    return script + "e\nunset label\nunset arrow\n";
}

/// The first of the rests well behind the period, or the longest: what comes after it is a level line [min].
double last_minute(const Refractory& table) {
    double longest = 0.0;
    for (const RefractoryRow& row : table.rows) {
        longest = std::max(longest, row.rest);
        if (row.rest > 1.5 * table.period) return row.rest / minute_s;
    }
    return longest / minute_s;
}

Span span_of(const std::vector<double>& values) {
    const auto [low, high] = std::ranges::minmax(values);
    return {low, high};
}

}  // namespace

std::string refractory_script(const std::string& title, const Refractory& table, FigureFormat format) {
    assert(!table.rows.empty());
    constexpr double metre_um = 1e6;
    Series level{"Next pull (dB SPL)", {}, {}, "lc rgb '#0072B2' lw 3 dt 1"};
    Series bubble{"Largest bubble (µm)", {}, {}, "lc rgb '#D55E00' lw 3 dt 1"};
    for (const RefractoryRow& row : table.rows) {
        level.values.push_back(row.level);
        bubble.values.push_back(row.residual_radius * metre_um);
    }
    level.range = span_of(level.values);
    level.range = {std::min(level.range.low, table.first_level), std::max(level.range.high, table.first_level)};
    bubble.range = {0.0, span_of(bubble.values).high};
    const double last = std::max(last_minute(table), 1.0);
    std::string script = beginning(format) + put(title, edge_px, 30, title_px, format);
    script += put("Rest before the next pull (min)", 720, height_px - 20.0, text_px, format);
    script += "set xrange [0:" + number(last) + "]\n";
    const bool ends = table.period / minute_s < last;
    script += first_pull(table) + (ends ? end_of_period(table, true) : "") + panel(table, level, 0, false);
    return script + (ends ? end_of_period(table, false) : "") + panel(table, bubble, 1, true) + "unset multiplot\n";
}

}  // namespace synovia::cli
