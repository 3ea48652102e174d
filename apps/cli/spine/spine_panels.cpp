#include "apps/cli/spine/spine_panels.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "apps/cli/plot/gnuplot_text.hpp"
#include "apps/cli/plot/plot_axis.hpp"
#include "apps/cli/plot/plot_layout.hpp"

namespace synovia::cli {
namespace {

// Okabe and Ito's colours, as in plot_script.cpp.
constexpr std::array<const char*, most_facet_curves> curve_styles{
    "lc rgb '#0072B2' lw 3.5 dt 1", "lc rgb '#D55E00' lw 3.5 dt (11,9)", "lc rgb '#009E73' lw 3 dt (11,8,1,7)",
    "lc rgb '#CC79A7' lw 3 dt (2,7)"};

// In pixels; a slot is a title and the panel below it.
constexpr Span edges_px{1085, 1405};
constexpr double top_px = 100, bottom_px = 815, title_high_px = 36, gap_px = 14;
constexpr double slot_px = (bottom_px + gap_px - top_px) / 3.0, panel_px = slot_px - title_high_px - gap_px;

using Points = std::vector<Point> FacetCurve::*;
using Name = std::pair<double, std::string>;  ///< of a line or a curve: its height [SI] and its text

struct PanelFrame {
    std::size_t row;
    std::string title;
    Points points;
    Span range;     ///< [SI]
    double factor;  ///< drawn = SI * factor
};

Span range_of(const SpineFigure& figure, Points points, Span range) {
    for (const FacetCurve& curve : figure.curves)
        for (const Point& p : curve.*points) range = {std::min(range.low, p.y), std::max(range.high, p.y)};
    return with_margin(range);
}

class Panels {
public:
    explicit Panels(const SpineFigure& figure)
        : figure_(figure), time_(scale_for(std::max(-figure.window.start, figure.window.end), "s")) {}
    std::string take() &&;

private:
    void draw_opening();
    void draw_pressure();
    void draw_sound();
    void begin(const PanelFrame& panel);
    void name_lines(const PanelFrame& panel, std::vector<Name> names);
    void draw_curves(const PanelFrame& panel);
    void put(const std::string& text, double x_px, double y_px, const std::string& style) {
        text_ += "set label " + literal(text) + " at " + screen_x(x_px) + ", " + screen_y(y_px) + " " + style + "\n";
    }

    const SpineFigure& figure_;
    Scale time_;
    std::string text_;
};

std::string Panels::take() && {
    text_ = "set border 3 lw 1.5\nset xtics nomirror out scale 0.5 offset 0,0.4\nset ytics nomirror out scale 0.5\n";
    draw_opening();
    draw_pressure();
    draw_sound();
    return std::move(text_);
}

void Panels::begin(const PanelFrame& panel) {
    const Span x{figure_.window.start * time_.factor, figure_.window.end * time_.factor};
    const Span y{panel.range.low * panel.factor, panel.range.high * panel.factor};
    const double top = top_px + static_cast<double>(panel.row) * slot_px + title_high_px;
    put(panel.title, edges_px.low - 72.0, top - 20.0, "left");
    text_ += "set lmargin at " + screen_x(edges_px.low) + "\nset rmargin at " + screen_x(edges_px.high) +
             "\nset tmargin at " + screen_y(top) + "\nset bmargin at " + screen_y(top + panel_px) + "\nset xrange [" +
             number(x.low) + ":" + number(x.high) + "]\nset yrange [" + number(y.low) + ":" + number(y.high) +
             "]\nset arrow from 0, graph 0 to 0, graph 1 nohead back lc rgb '#999999' lw 1.5\n";
    text_ += panel.row == 2 ? "set format x '%g'\n" : "set format x ''\n";
    const double number_px = 4.6 * letter_share * text_px;
    text_ += "set xtics " + number(tick_step((x.high - x.low) * number_px / (edges_px.high - edges_px.low))) + "\n";
    const double margin = 0.5 * text_px * (y.high - y.low) / panel_px;
    const Ticks ticks = ticks_within({y.low + margin, y.high - margin}, (y.high - y.low) / 5.5);
    text_ += "set ytics " + number(ticks.first) + "," + number(ticks.step) + "," + number(ticks.last) + "\n";
}

/// On the right of the panel, moved apart.
void Panels::name_lines(const PanelFrame& panel, std::vector<Name> names) {
    std::ranges::sort(names);
    std::vector<double> heights;
    for (const Name& name : names) heights.push_back(name.first);
    spread(heights, 29.0 * (panel.range.high - panel.range.low) / panel_px);
    for (std::size_t i = 0; i < names.size(); ++i)
        text_ += "set label " + literal(names[i].second) + " at " + screen_x(edges_px.high + 10.0) + ", first " +
                 number(heights[i] * panel.factor) + " left\n";
}

void Panels::draw_curves(const PanelFrame& panel) {
    std::string plots, data;
    for (std::size_t i = 0; i < figure_.curves.size(); ++i) {
        const std::vector<Point>& points = figure_.curves[i].*panel.points;
        if (points.empty()) continue;
        plots += (plots.empty() ? "plot '-' with lines " : ", '-' with lines ") + std::string(curve_styles[i]);
        for (const Point& p : points) data += number(p.x * time_.factor) + " " + number(p.y * panel.factor) + "\n";
        data += "e\n";
    }
    text_ += (plots.empty() ? "plot NaN" : plots) + "\n" + data + "unset arrow\nunset label\n";
}

void Panels::draw_opening() {
    const PanelFrame panel{0, "Opening (mm)", &FacetCurve::opening,
                           range_of(figure_, &FacetCurve::opening, {0.0, 1e-4}), 1e3};
    begin(panel);
    std::vector<Name> names;
    for (const FacetCurve& curve : figure_.curves) names.emplace_back(curve.opening.back().y, curve.name);
    name_lines(panel, names);
    draw_curves(panel);
}

void Panels::draw_pressure() {
    const Span lines{figure_.pressures.front().value, figure_.pressures.back().value};
    const PanelFrame panel{1, "Absolute pressure (kPa)", &FacetCurve::pressure,
                           range_of(figure_, &FacetCurve::pressure, lines), 1e-3};
    begin(panel);
    std::vector<Name> names;
    for (const ReferenceLine& line : figure_.pressures) {
        const std::string height = "first " + number(line.value * panel.factor);
        text_ +=
            "set arrow from graph 0, " + height + " to graph 1, " + height + " nohead back lw 1.5 " + line.style + "\n";
        names.emplace_back(line.value, line.text);
    }
    name_lines(panel, names);
    draw_curves(panel);
}

void Panels::draw_sound() {
    const PanelFrame panel{2, figure_.sound_title + " (Pa)", &FacetCurve::sound,
                           range_of(figure_, &FacetCurve::sound, {-0.1, 0.1}), 1.0};
    begin(panel);
    if (std::ranges::all_of(figure_.curves, [](const FacetCurve& c) { return c.sound.empty(); }))
        text_ += "set label 'silent' at graph 0.5, graph 0.5 center\n";
    put(figure_.time_title + " (" + time_.unit + ")", 0.5 * (edges_px.low + edges_px.high), height_px - 27.0, "center");
    draw_curves(panel);
}

}  // namespace

std::string spine_panels(const SpineFigure& figure) { return Panels(figure).take(); }

}  // namespace synovia::cli
