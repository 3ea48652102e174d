#include "apps/cli/live/view.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "apps/cli/live/canvas.hpp"
#include "apps/cli/live/peak_meter.hpp"
#include "apps/cli/live/typography.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

constexpr int head_rows = 3, hand_rows = 1, message_rows = 3, key_rows = 2;
constexpr int slider_columns = 48;         // at least, where there are several beside each other
constexpr int pictured_from_columns = 70;  // there is room for the joint beside the traces
constexpr int least_picture_columns = 16;
constexpr std::array<const char*, key_rows> keys{
    "1-9 0 pop   space or mouse: pull while held   r rest   f memory on/off   q quit",
    "[ ] preset   up down left right: sliders   backspace: reset one   + - level"};

void write(Screen& screen, int row, int column, int columns, const std::string& text, Style style = Style::plain) {
    screen.push_back({row, column, fitted(text, columns - column), style});
}

int cells(double share, int width) { return static_cast<int>(std::lround(std::clamp(share, 0.0, 1.0) * width)); }

std::string bar(double share, int width) {
    const int filled = cells(share, width);
    return std::string("[")
        .append(static_cast<std::size_t>(filled), '#')
        .append(static_cast<std::size_t>(width - filled), '.')
        .append("]");
}

std::string meter(const ViewState& state) {
    constexpr int width = 20;
    const auto share = [](double dbfs) { return 1.0 - dbfs / PeakMeter::floor_dbfs; };
    std::string text = bar(share(state.peak_dbfs), width);
    const int held = cells(share(state.held_dbfs), width);
    if (held > cells(share(state.peak_dbfs), width)) text[static_cast<std::size_t>(held)] = '|';
    return text;
}

void draw_head(Screen& screen, const ViewState& state, int columns) {
    write(screen, 0, 0, columns, state.title, Style::strong);
    const int room = columns - static_cast<int>(state.title.size()) - 3;
    const std::string device = fitted(state.device, room);
    if (!device.empty()) write(screen, 0, columns - static_cast<int>(device.size()), columns, device, Style::dim);
    write(screen, 1, 0, columns,
          meter(state) + " " + studio::decibel_text(state.held_dbfs) + "FS, never above " +
              studio::decibel_text(state.level_dbfs) + "FS, voices " + std::to_string(state.voices));
    write(screen, 2, 0, columns, state.joint, state.quiet ? Style::warning : Style::plain);
}

std::string padded(const std::string& text, std::size_t columns) {
    std::string result = fitted(text, static_cast<int>(columns));
    result.resize(std::max(columns, result.size()), ' ');
    return result;
}

/// How wide labels and values are; the bars have the rest.
struct SliderColumns {
    std::size_t label = 0, value = 0;
};

SliderColumns slider_columns_of(const ViewState& state) {
    constexpr std::size_t widest = 26;
    SliderColumns result;
    for (const ViewState::SliderState& slider : state.sliders) {
        result.label = std::max(result.label, std::min(slider.label.size(), widest));
        result.value = std::max(result.value, slider.value.size());
    }
    return result;
}

std::string slider_text(const ViewState::SliderState& slider, const SliderColumns& widths, int columns) {
    const int room = columns - static_cast<int>(widths.label + widths.value) - 4;
    return padded(slider.label, widths.label) + " " + bar(slider.share, std::max(room, 4)) + " " +
           padded(slider.value, widths.value);
}

/// As few as the rows allow, so that the bars have the width there is.
int sliders_abreast(int count, int rows, int columns) {
    return std::clamp((count + rows - 1) / std::max(rows, 1), 1, std::max(columns / slider_columns, 1));
}

/// Those around the selected one, where not all have room; one column of them behind the other.
void draw_sliders(Screen& screen, const ViewState& state, const Area& area) {
    const int count = static_cast<int>(state.sliders.size()), selected = static_cast<int>(state.selected);
    const int abreast = sliders_abreast(count, area.rows, area.columns), shown = std::min(count, area.rows * abreast);
    const int first = std::clamp(selected - shown / 2, 0, count - shown), width = area.columns / abreast - 1;
    const SliderColumns widths = slider_columns_of(state);
    for (int i = first; i < first + shown; ++i) {
        const int place = i - first;
        screen.push_back({area.row + place % area.rows, area.column + place / area.rows * (width + 1),
                          fitted(slider_text(state.sliders[static_cast<std::size_t>(i)], widths, width), width),
                          i == selected ? Style::selected : Style::plain});
    }
}

/// All of them, or as many as leave three quarters of the rows to the traces.
int slider_rows(const ViewState& state, int rows, int columns) {
    const int count = static_cast<int>(state.sliders.size()), most = std::max(rows / 4, 1);
    const int abreast = sliders_abreast(count, most, columns);
    return std::clamp((count + abreast - 1) / abreast, 0, most);
}

int picture_columns(int columns) {
    return columns < pictured_from_columns ? 0 : std::max(columns / 5, least_picture_columns);
}

int trace_columns(int columns) {
    const int picture = picture_columns(columns);
    return picture == 0 ? columns : columns - picture - 1;
}

void draw_picture(Screen& screen, const ViewState& state, const Area& area, bool braille) {
    screen.push_back(
        {area.row, area.column, fitted(state.picture.has_gap ? "gap and bubble" : "bubble", area.columns), Style::dim});
    Canvas canvas(area.rows - 1, area.columns, braille);
    draw_joint(canvas, state.picture);
    for (int i = 0; i < area.rows - 1; ++i) screen.push_back({area.row + 1 + i, area.column, canvas.row(i)});
}

/// Sliders above, traces below, the joint beside them.
void draw_body(Screen& screen, const ViewState& state, const Area& area, bool braille) {
    const int sliders = slider_rows(state, area.rows, area.columns), picture = picture_columns(area.columns);
    const Area below{area.row + sliders, area.column, area.rows - sliders, trace_columns(area.columns)};
    if (sliders > 0) draw_sliders(screen, state, {area.row, area.column, sliders, area.columns});
    draw_traces(screen, state.course, below, braille);
    if (picture > 0)
        draw_picture(screen, state, {below.row, area.column + area.columns - picture, below.rows, picture}, braille);
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

void draw_all(Screen& screen, const ViewState& state, const Area& all, bool braille) {
    const int foot = all.rows - key_rows - message_rows - hand_rows;
    draw_head(screen, state, all.columns);
    draw_body(screen, state, {head_rows, 0, foot - head_rows, all.columns}, braille);
    draw_hand(screen, state, foot, all.columns);
    draw_messages(screen, state, foot + hand_rows, all.columns);
    for (int i = 0; i < key_rows; ++i)
        write(screen, all.rows - key_rows + i, 0, all.columns, keys[static_cast<std::size_t>(i)], Style::dim);
}

/// For windows that are too small for the rest: what is played, how loud, and the keys, which all work.
void draw_small(Screen& screen, const ViewState& state, int rows, int columns) {
    const std::vector<TextRun> lines{
        {0, 0, state.title, Style::strong},
        {0, 0, studio::decibel_text(state.held_dbfs) + "FS of " + studio::decibel_text(state.level_dbfs) + "FS"},
        {0, 0, "1-9 0 pop   space: pull   q quit", Style::dim},
        {0, 0, state.messages.empty() ? "" : state.messages.back()},
        {0, 0, state.joint, state.quiet ? Style::warning : Style::plain},
        {0, 0, "[ ] preset  + - level  r rest", Style::dim},
        {0, 0, "f memory    arrows: sliders", Style::dim},
        {0, 0,
         "all keys work; pictures from " + std::to_string(least_columns) + " x " + std::to_string(least_rows) + " on",
         Style::dim}};
    int row = 0;
    for (const TextRun& line : lines)
        if (row < rows && !line.text.empty()) write(screen, row++, 0, columns, line.text, line.style);
}

}  // namespace

std::size_t trace_length(int columns, bool braille) { return trace_glances(trace_columns(columns), braille); }

Screen lay_out(const ViewState& state, int rows, int columns, bool braille) {
    Screen screen;
    if (rows < least_rows || columns < least_columns)
        draw_small(screen, state, rows, columns);
    else
        draw_all(screen, state, {0, 0, rows, columns}, braille);
    if (braille)
        for (TextRun& run : screen) run.text = typeset(run.text);
    return screen;
}

double dragged_share(int from, int column, int columns) {
    return 2.0 * static_cast<double>(column - from) / std::max(columns, 1);
}

}  // namespace synovia::cli
