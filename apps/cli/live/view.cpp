#include "apps/cli/live/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "apps/cli/live/canvas.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

constexpr double seconds_shown = 4.0;
constexpr int head_rows = 3, hand_rows = 1, message_rows = 3, key_rows = 2;
constexpr int slider_columns = 46;     // beside the traces, where there is room
constexpr int wide_from_columns = 96;  // that much
constexpr int label_columns = 21, value_columns = 14;
constexpr std::array<const char*, key_rows> keys{
    "1-9 0 pop   space or mouse: pull while held   r rest   f memory on/off   q quit",
    "[ ] preset   up down left right: sliders   backspace: reset one   + - level"};

struct Area {
    int row, column, rows, columns;
};

/// Length of the UTF-8 character that begins with this byte; 1 for what is none.
std::size_t character_length(unsigned char first) {
    return first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 1;
}

/// As many characters as there is room for. Beyond the Latin ones nobody knows their width: a question mark each.
std::string fitted(const std::string& text, int columns) {
    std::string result;
    for (std::size_t i = 0; i < text.size() && columns > 0; --columns) {
        const std::size_t length = character_length(static_cast<unsigned char>(text[i]));
        result += length <= 2 ? text.substr(i, length) : "?";
        i += length;
    }
    return result;
}

void write(Screen& screen, int row, int column, int columns, const std::string& text, Style style = Style::plain) {
    screen.push_back({row, column, fitted(text, columns - column), style});
}

std::string bar(double share, int width) {
    const int filled = static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * width));
    return std::string("[")
        .append(static_cast<std::size_t>(filled), '#')
        .append(static_cast<std::size_t>(width - filled), '.')
        .append("]");
}

void draw_head(Screen& screen, const ViewState& state, int columns) {
    constexpr double floor_db = -60.0;
    write(screen, 0, 0, columns, state.title, Style::strong);
    const int room = columns - static_cast<int>(state.title.size()) - 3;
    const std::string device = fitted(state.device, room);
    if (!device.empty()) write(screen, 0, columns - static_cast<int>(device.size()), columns, device, Style::dim);
    write(screen, 1, 0, columns,
          bar(1.0 - state.peak_dbfs / floor_db, 20) + " " + studio::decibel_text(state.peak_dbfs) + "FS, never above " +
              studio::decibel_text(state.level_dbfs) + "FS, voices " + std::to_string(state.voices));
    write(screen, 2, 0, columns, state.joint);
}

std::string slider_text(const ViewState::SliderState& slider, int columns) {
    std::string label = fitted(slider.label, label_columns - 1);
    label.resize(label_columns, ' ');
    const int room = columns - label_columns - 2 - value_columns;
    return label + bar(slider.share, std::max(room, 4)) + " " + slider.value;
}

/// Those around the selected one, where not all have room.
void draw_sliders(Screen& screen, const ViewState& state, const Area& area) {
    const auto count = static_cast<int>(state.sliders.size()), selected = static_cast<int>(state.selected);
    const int shown = std::min(count, area.rows);
    const int first = std::clamp(selected - shown / 2, 0, count - shown);
    for (int i = first; i < first + shown; ++i)
        screen.push_back({area.row + i - first, area.column,
                          fitted(slider_text(state.sliders[static_cast<std::size_t>(i)], area.columns), area.columns),
                          i == selected ? Style::selected : Style::plain});
}

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
    const auto text = [&](double value) { return studio::with_prefix(value, trace.unit); };
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

std::vector<Trace> traces(const ViewState& state) {
    std::vector<Trace> list;
    if (state.has_gap) list.push_back({"gap", "m", &studio::Glance::gap, Style::gap, false, {0.0, 3e-3}, {}, ""});
    list.push_back({"pressure",
                    "Pa",
                    &studio::Glance::pressure,
                    Style::pressure,
                    false,
                    {std::min(-20e3, state.threshold_pa), 110e3},
                    {0.0, state.threshold_pa},
                    "; dots: 0 and " + studio::with_prefix(state.threshold_pa, "Pa")});
    list.push_back({"radius", "m", &studio::Glance::radius, Style::radius, true, {1e-7, 1e-2}, {}, ""});
    return list;
}

void draw_traces(Screen& screen, const ViewState& state, const Area& area, bool braille) {
    if (state.glances.empty()) return;
    const std::vector<Trace> list = traces(state);
    const int rows = area.rows / static_cast<int>(list.size());
    for (std::size_t i = 0; i < list.size(); ++i)
        draw_trace(screen, list[i], state.glances,
                   {area.row + static_cast<int>(i) * rows, area.column, rows, area.columns}, braille);
}

/// Where hand and bone are between rest, at the left, and one and a half times the preset's way.
void draw_hand(Screen& screen, const ViewState& state, int row, int columns) {
    if (!state.in_hand) return write(screen, row, 0, columns, "nothing in the hand", Style::dim);
    const auto place = [&](double share) {
        return static_cast<std::size_t>(std::lround(std::clamp(share / 1.5, 0.0, 1.0) * (columns - 1)));
    };
    std::string line(static_cast<std::size_t>(columns), '-');
    line[place(state.in_hand->hand)] = 'H';
    line[place(state.in_hand->bone)] = 'B';
    write(screen, row, 0, columns, line, Style::gap);
}

void draw_messages(Screen& screen, const ViewState& state, int row, int columns) {
    const std::size_t shown = std::min<std::size_t>(state.messages.size(), message_rows);
    for (std::size_t i = 0; i < shown; ++i) {
        const std::string& text = state.messages[state.messages.size() - shown + i];
        write(screen, row + static_cast<int>(i), 0, columns, text,
              text.starts_with("error") ? Style::warning : Style::plain);
    }
}

int trace_columns(int columns) { return columns >= wide_from_columns ? columns - slider_columns - 2 : columns; }

}  // namespace

std::size_t trace_length(int columns, bool braille) {
    const auto dots = static_cast<std::size_t>(std::max(trace_columns(columns), 1)) * (braille ? 2 : 1);
    const auto per_dot =
        static_cast<std::size_t>(std::ceil(seconds_shown * studio::glances_per_second / static_cast<double>(dots)));
    return dots * per_dot;
}

Screen lay_out(const ViewState& state, int rows, int columns, bool braille) {
    Screen screen;
    if (rows < least_rows || columns < least_columns) {
        write(screen, 0, 0, columns,
              "needs " + std::to_string(least_columns) + " x " + std::to_string(least_rows) + " characters");
        return screen;
    }
    const bool wide = columns >= wide_from_columns;
    const int foot = rows - key_rows - message_rows - hand_rows;
    const int top = wide ? head_rows : head_rows + 1;
    draw_head(screen, state, columns);
    draw_sliders(
        screen, state,
        wide ? Area{top, columns - slider_columns, foot - top, slider_columns} : Area{head_rows, 0, 1, columns});
    draw_traces(screen, state, {top, 0, foot - top, trace_columns(columns)}, braille);
    draw_hand(screen, state, foot, columns);
    draw_messages(screen, state, foot + hand_rows, columns);
    for (int i = 0; i < key_rows; ++i)
        write(screen, rows - key_rows + i, 0, columns, keys[static_cast<std::size_t>(i)], Style::dim);
    return screen;
}

double dragged_share(int from, int column, int columns) {
    return 2.0 * static_cast<double>(column - from) / std::max(columns, 1);
}

}  // namespace synovia::cli
