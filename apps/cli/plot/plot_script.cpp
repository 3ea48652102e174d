#include "apps/cli/plot/plot_script.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <string_view>

#include "apps/cli/plot/gnuplot_text.hpp"
#include "apps/cli/plot/plot_axis.hpp"
#include "apps/cli/plot/plot_layout.hpp"

namespace synovia::cli {
namespace {

// Okabe and Ito's colours, which everyone can tell apart, but for the yellow, too light for a screen; the dashes tell
// the curves apart in black and white.
constexpr std::array<const char*, most_runs_in_figure> curve_styles{
    "lc rgb '#0072B2' lw 3 dt 1",     "lc rgb '#D55E00' lw 3 dt (11,9)", "lc rgb '#009E73' lw 3 dt (11,8,1,7)",
    "lc rgb '#CC79A7' lw 3 dt (2,7)", "lc rgb '#E69F00' lw 3 dt (19,8)", "lc rgb '#56B4E9' lw 3 dt (19,8,1,7,1,7)",
    "lc rgb '#000000' lw 3 dt (1,7)"};

// Of pockets, whose curves cross each other all the time: thinner, and never dashed. The joint itself is black then.
constexpr std::array<const char*, most_pockets_in_figure> pocket_styles{
    "lc rgb '#0072B2' lw 2 dt 1", "lc rgb '#D55E00' lw 2 dt 1", "lc rgb '#009E73' lw 2 dt 1",
    "lc rgb '#CC79A7' lw 2 dt 1", "lc rgb '#E69F00' lw 2 dt 1", "lc rgb '#56B4E9' lw 2 dt 1"};
constexpr const char* whole_joint_style = "lc rgb '#000000' lw 2 dt 1";

/// One column of panels: when it is, where it is, what it draws.
struct Column {
    Window window;
    Span edges_px;
    Scale time;
    std::string time_title;
    std::vector<Point> Curve::*points;
    bool with_titles;      ///< of the panels, on its left
    bool with_line_names;  ///< on its right
    bool with_marks;
    std::size_t first_row;  ///< panels above are left out
};

Span range_of(const Panel& panel, const Column& column) {
    Span range{panel.least_extent > 0.0 ? 0.0 : HUGE_VAL, panel.least_extent > 0.0 ? 0.0 : -HUGE_VAL};
    const auto take = [&range](double y) { range = {std::min(range.low, y), std::max(range.high, y)}; };
    for (const Curve& curve : panel.curves)
        for (const Point& point : curve.*column.points) take(point.y);
    for (const ReferenceLine& line : panel.lines) take(line.value);
    if (std::max(-range.low, range.high) < panel.least_extent) range = {-panel.least_extent, panel.least_extent};
    return with_margin(range);
}

/// "lc rgb '#0072B2'" of a curve's style.
std::string colour(std::string_view style) { return std::string(style.substr(0, style.find(" lw"))); }

double largest(const Panel& panel) {
    double most = panel.least_extent;
    for (const Curve& curve : panel.curves)
        for (const Point& point : curve.run) most = std::max(most, std::abs(point.y));
    return most;
}

class Script {
public:
    Script(const Figure& figure, FigureFormat format);

    std::string finish() { return std::move(text_) + "unset multiplot\n"; }
    void draw_header();
    void draw_column(const Column& column);

private:
    std::string font(double size_px) const { return cli::font(size_px, format_); }
    bool has_pockets() const { return std::ranges::any_of(figure_.panels, &Panel::by_pocket); }
    const char* style(const Panel& panel, std::size_t curve) const {
        if (!has_pockets()) return curve_styles[curve];
        return panel.by_pocket ? pocket_styles[curve] : whole_joint_style;
    }
    void put_text(const std::string& text, double x_px, double y_px, const std::string& style);
    void draw_legend();
    void draw_panel(const Column& column, std::size_t row);
    void place_panel(const Column& column, std::size_t row, const Span& range, const Scale& scale);
    std::string y_ticks(const Span& range) const;
    void draw_panel_title(std::size_t row, const Scale& scale);
    void draw_marks(const Column& column, std::size_t row);
    void draw_shade(const Column& column);
    void draw_lines(const Column& column, const Panel& panel, const Span& range, const Scale& scale);
    void draw_curves(const Column& column, const Panel& panel, const Scale& scale);

    const Figure& figure_;
    FigureFormat format_;
    Layout layout_;
    std::string text_;
};

Script::Script(const Figure& figure, FigureFormat format)
    : figure_(figure), format_(format), layout_(layout_of(figure)), text_(beginning(format)) {}

void Script::put_text(const std::string& text, double x_px, double y_px, const std::string& style) {
    text_ += "set label " + literal(text) + " at " + screen_x(x_px) + ", " + screen_y(y_px) + " " + style + "\n";
}

void Script::draw_header() {
    constexpr double room_px = width_px - 2.0 * edge_px;
    put_text(figure_.title, edge_px, 30, "left " + font(fitting_px(figure_.title, title_px, room_px)));
    put_text(figure_.subtitle, edge_px, 74, "left " + font(fitting_px(figure_.subtitle, text_px, room_px)));
    draw_legend();
    if (!figure_.enlargement) return;
    const double y = layout_.titles_px + 0.5 * line_px;
    put_text("The whole run", run_px.low, y, "left");
    put_text("Enlarged (shaded on the left)", burst_px.low, y, "left");
}

void Script::draw_legend() {
    constexpr double sample_px = 90;
    const double column_px = (width_px - 2.0 * edge_px) / layout_.legend_columns;
    for (std::size_t i = 0; i < figure_.legend.size(); ++i) {
        const auto place = static_cast<double>(i);
        const double x = edge_px + column_px * std::floor(place / layout_.legend_rows);
        const double y = layout_.legend_top_px + line_px * std::fmod(place, layout_.legend_rows);
        text_ += "set arrow from " + screen_x(x) + ", " + screen_y(y) + " to " + screen_x(x + sample_px) + ", " +
                 screen_y(y) + " nohead " + (has_pockets() ? pocket_styles[i] : curve_styles[i]) + "\n";
        const std::string& text = figure_.legend[i];
        put_text(text, x + sample_px + 14.0, y,
                 "left " + font(fitting_px(text, text_px, column_px - sample_px - 40.0)));
    }
}

void Script::draw_column(const Column& column) {
    for (std::size_t row = column.first_row; row < figure_.panels.size(); ++row) draw_panel(column, row);
}

void Script::place_panel(const Column& column, std::size_t row, const Span& range, const Scale& scale) {
    const Span& edges = column.edges_px;
    const double from = column.window.start * column.time.factor;
    const double to = column.window.end * column.time.factor;
    text_ += "set lmargin at " + screen_x(edges.low) + "\nset rmargin at " + screen_x(edges.high) + "\n";
    text_ += "set tmargin at " + screen_y(layout_.panel_top_px(row)) + "\nset bmargin at " +
             screen_y(layout_.panel_top_px(row) + layout_.panel_px) + "\n";
    text_ += "set xrange [" + number(from) + ":" + number(to) + "]\n";
    text_ += "set yrange [" + number(range.low * scale.factor) + ":" + number(range.high * scale.factor) + "]\n";
    const bool last = row + 1 == figure_.panels.size();
    text_ += last ? "set format x '%g'\n" : "set format x ''\n";
    if (last) put_text(column.time_title, 0.5 * (edges.low + edges.high), height_px - 20.0, "center");
    text_ += y_ticks({range.low * scale.factor, range.high * scale.factor});
    text_ +=
        "set xtics " + number(tick_step((to - from) * 6.0 * letter_share * text_px / (edges.high - edges.low))) + "\n";
}

/// No two numbers touch, neither in the panel nor across the gap to the next one.
std::string Script::y_ticks(const Span& range) const {
    const double per_px = (range.high - range.low) / layout_.panel_px;
    const double most = std::clamp(layout_.panel_px / (text_px + 2.0), 1.0, 5.0);
    const double margin = 0.5 * (text_px - panel_gap_px) * per_px;
    const Ticks ticks = ticks_within({range.low + margin, range.high - margin}, (range.high - range.low) / most);
    return "set ytics " + number(ticks.first) + "," + number(ticks.step) + "," + number(ticks.last) + "\n";
}

/// On the left of its panel, level, in several lines.
void Script::draw_panel_title(std::size_t row, const Scale& scale) {
    const std::string text = figure_.panels[row].title + " (" + scale.unit + ")";
    const auto lines = wrapped_words(text, static_cast<std::size_t>(panel_title_px / (letter_share * text_px)));
    double y =
        layout_.panel_top_px(row) + 0.5 * layout_.panel_px - 0.5 * line_px * static_cast<double>(lines.size() - 1);
    for (const std::string& line : lines) {
        put_text(line, edge_px, y, "left");
        y += line_px;
    }
}

void Script::draw_shade(const Column& column) {
    const double least = 3.0 / (column.edges_px.high - column.edges_px.low) * (column.window.end - column.window.start);
    for (const Window& shaded : figure_.enlargement->shaded) {
        const double wider = std::max(0.0, 0.5 * (least - (shaded.end - shaded.start)));  // too thin is not seen
        text_ += "set object rectangle from first " + number((shaded.start - wider) * column.time.factor) +
                 ", graph 0 to first " + number((shaded.end + wider) * column.time.factor) +
                 ", graph 1 behind fillcolor rgb '#d9d9d9' fillstyle solid noborder\n";
    }
}

void Script::draw_marks(const Column& column, std::size_t row) {
    // The names form a staircase, the earliest highest, each to the right of its own line: none can cross another.
    const auto marks = static_cast<double>(figure_.marks.size());
    double name_y = layout_.panel_top_px(column.first_row) - 8.0 - line_px * (marks - 0.5);
    const double px_per_s = (column.edges_px.high - column.edges_px.low) / (column.window.end - column.window.start);
    for (const Mark& mark : figure_.marks) {
        const bool first = row == column.first_row;
        const double x = column.edges_px.low + (mark.time - column.window.start) * px_per_s;
        text_ += "set arrow from " + screen_x(x) + ", " + screen_y(layout_.panel_top_px(row) + layout_.panel_px) +
                 " to " + screen_x(x) + ", " + screen_y(first ? name_y : layout_.panel_top_px(row)) +
                 " nohead back lc rgb '#555555' lw 1.5 dt (1,7)\n";
        const bool fits = x + 8.0 + text_width_px(mark.text) < width_px;
        if (first) put_text(mark.text, fits ? x + 8.0 : x - 8.0, name_y, fits ? "left" : "right");
        name_y += line_px;
    }
}

void Script::draw_lines(const Column& column, const Panel& panel, const Span& range, const Scale& scale) {
    const double per_px = (range.high - range.low) / layout_.panel_px;
    std::vector<ReferenceLine> named;
    std::ranges::copy_if(panel.lines, std::back_inserter(named), [](const auto& line) { return !line.text.empty(); });
    std::vector<double> name_y;
    for (const ReferenceLine& line : named) name_y.push_back(line.value);
    spread(name_y, line_px * per_px);
    for (const ReferenceLine& line : panel.lines) {
        const std::string y = number(line.value * scale.factor);
        text_ += "set arrow from graph 0, first " + y + " to graph 1, first " + y + " nohead back lw 1.5 " +
                 (line.run ? colour(style(panel, *line.run)) + " " : std::string()) + line.style + "\n";
    }
    if (!column.with_line_names) return;
    for (std::size_t i = 0; i < named.size(); ++i)
        text_ += "set label " + literal(named[i].text) + " at " + screen_x(column.edges_px.high + 10.0) + ", first " +
                 number(name_y[i] * scale.factor) + " left\n";
}

void Script::draw_curves(const Column& column, const Panel& panel, const Scale& scale) {
    std::string plots, data;
    for (std::size_t i = 0; i < panel.curves.size(); ++i) {
        if ((panel.curves[i].*column.points).empty()) continue;
        plots += (plots.empty() ? "plot '-' using 1:2 with lines " : ", '-' using 1:2 with lines ") +
                 std::string(style(panel, i));
        for (const Point& point : panel.curves[i].*column.points)
            data += number(point.x * column.time.factor) + " " + number(point.y * scale.factor) + "\n";
        data += "e\n";
    }
    text_ += plots + "\n" + data;
}

void Script::draw_panel(const Column& column, std::size_t row) {
    const Panel& panel = figure_.panels[row];
    const Scale scale = scale_for(largest(panel), panel.unit);
    const Span range = range_of(panel, column);
    place_panel(column, row, range, scale);
    if (column.with_titles) draw_panel_title(row, scale);
    if (column.with_marks) draw_marks(column, row);
    if (!column.with_marks) draw_shade(column);
    draw_lines(column, panel, range, scale);
    draw_curves(column, panel, scale);
    text_ += "unset arrow\nunset label\nunset object\n";
}

}  // namespace

std::string gnuplot_script(const Figure& figure, FigureFormat format) {
    assert(figure.legend.size() <= most_runs_in_figure);
    Script script(figure, format);
    script.draw_header();
    const Scale time = scale_for(figure.run.end, "s");
    const std::string title = "Time (" + time.unit + ")";
    if (!figure.enlargement) {
        script.draw_column({figure.run, {run_px.low, burst_px.high}, time, title, &Curve::run, true, true, true, 0});
        return script.finish();
    }
    script.draw_column({figure.run, run_px, time, title, &Curve::run, true, false, false, 0});
    const Window& window = figure.enlargement->window;
    const Scale close = scale_for(std::max(-window.start, window.end), "s");
    const auto above = static_cast<std::size_t>(std::ranges::count(figure.panels, false, &Panel::enlarged));
    script.draw_column({window, burst_px, close,
                        "Time after " + figure.enlargement->reference + " (" + close.unit + ")", &Curve::burst, false,
                        true, true, above});
    return script.finish();
}

}  // namespace synovia::cli
