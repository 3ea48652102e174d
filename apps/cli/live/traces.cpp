#include "apps/cli/live/traces.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "apps/cli/live/canvas.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

constexpr double seconds_shown = 4.0;

/// One of the three quantities: how it is named, scaled and drawn.
struct Trace {
    const char* name;
    const char* unit;
    studio::Range studio::Glance::*range;
    Style style;
    bool logarithmic;
    studio::Range axis;  // least that is shown
    std::vector<double> marks;
    std::string legend;  // of the marks
};

/// Three digits: all of a trace's numbers fit above it on a terminal of 80 columns.
std::string brief(double value, const char* unit) {
    return studio::with_prefix(std::stod(studio::significant(value, 3)), unit);
}

/// Share of the panel's height, 0 at the bottom.
double height_of(const Trace& trace, const studio::Range& axis, double value) {
    if (trace.logarithmic) return std::log(std::max(value, axis.low) / axis.low) / std::log(axis.high / axis.low);
    return (value - axis.low) / (axis.high - axis.low);
}

int dot_of(const Trace& trace, const studio::Range& axis, double value, int height) {
    return static_cast<int>(std::lround((1.0 - height_of(trace, axis, value)) * (height - 1)));
}

studio::Range extent(const Trace& trace, std::span<const studio::Glance> glances) {
    studio::Range all{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    for (const studio::Glance& glance : glances) all.include(glance.*trace.range);
    return all;
}

void draw_marks(Canvas& canvas, const Trace& trace, const studio::Range& axis) {
    for (const double mark : trace.marks)
        for (int x = 0; x < canvas.width(); x += 4) canvas.dot(x, dot_of(trace, axis, mark, canvas.height()));
}

void draw_curve(Canvas& canvas, const Trace& trace, const studio::Range& axis,
                std::span<const studio::Glance> glances) {
    const std::size_t width = static_cast<std::size_t>(canvas.width()), per_dot = glances.size() / width;
    for (std::size_t x = 0; x < width && per_dot > 0; ++x) {
        const studio::Range range = extent(trace, glances.subspan(x * per_dot, per_dot));
        canvas.stroke(static_cast<int>(x), dot_of(trace, axis, range.high, canvas.height()),
                      dot_of(trace, axis, range.low, canvas.height()));
    }
}

void draw_trace(Screen& screen, const Trace& trace, std::span<const studio::Glance> glances, const Area& area,
                bool braille) {
    const studio::Range seen = extent(trace, glances);
    studio::Range axis = trace.axis;
    axis.include(seen);
    const auto text = [&](double value) { return brief(value, trace.unit); };
    const studio::Range& last = glances.back().*trace.range;
    screen.push_back({area.row, area.column,
                      fitted(std::string(trace.name) + " " + text(last.high) + ", seen " + text(seen.low) + " to " +
                                 text(seen.high) + trace.legend,
                             area.columns),
                      trace.style});
    Canvas canvas(area.rows - 1, area.columns, braille);
    draw_marks(canvas, trace, axis);
    draw_curve(canvas, trace, axis, glances);
    for (int i = 0; i < area.rows - 1; ++i)
        screen.push_back({area.row + 1 + i, area.column, canvas.row(i), trace.style});
}

std::vector<Trace> traces(const Course& course) {
    std::vector<Trace> list;
    if (course.has_gap) list.push_back({"gap", "m", &studio::Glance::gap, Style::gap, false, {0.0, 3e-3}, {}, ""});
    list.push_back({"pressure",
                    "Pa",
                    &studio::Glance::pressure,
                    Style::pressure,
                    false,
                    {std::min(-20e3, course.threshold_pa), 110e3},
                    {0.0, course.threshold_pa},
                    "; dots: 0, " + brief(course.threshold_pa, "Pa")});
    list.push_back({"radius", "m", &studio::Glance::radius, Style::radius, true, {1e-7, 1e-2}, {}, ""});
    return list;
}

}  // namespace

std::size_t trace_glances(int columns, bool braille) {
    const auto dots = static_cast<std::size_t>(std::max(columns, 1)) * (braille ? 2 : 1);
    const auto per_dot =
        static_cast<std::size_t>(std::ceil(seconds_shown * studio::glances_per_second / static_cast<double>(dots)));
    return dots * per_dot;
}

void draw_traces(Screen& screen, const Course& course, const Area& area, bool braille) {
    if (course.glances.empty()) return;
    const std::vector<Trace> list = traces(course);
    const int rows = area.rows / static_cast<int>(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        draw_trace(screen, list[i], course.glances,
                   {area.row + static_cast<int>(i) * rows, area.column, rows, area.columns}, braille);
}

}  // namespace synovia::cli
