#include "apps/cli/plot/plot_script.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace synovia::cli {
namespace {

// Sizes in pixels of a picture that prints well on A4: 12 px text becomes about 9 pt.
constexpr double width_px = 1000;
constexpr double title_px = 75;    // title and subtitle
constexpr double panels_px = 716;  // all panels and the gaps below them
constexpr double panel_gap_px = 14;
constexpr double y_label_px = 18;
constexpr double footer_px = 62;
constexpr double line_px = 17;   // of a text
constexpr double label_px = 14;  // closest distance of two labels of lines

struct Span {
    double low = 0.0;
    double high = 0.0;
};

constexpr std::array<Span, 2> columns_px{{{92, 480}, {558, 890}}};  // left and right edge of the two columns

// Blue of Okabe and Ito, whose colours everyone can tell apart.
constexpr const char* curve_style = "lc rgb '#0072B2' lw 1.6";

std::string number(double value) {
    std::array<char, 32> digits{};
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::general, 9).ptr;
    return {digits.data(), end};
}

/// In single quotes gnuplot takes everything literally but the quote itself, which is doubled.
std::string literal(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c == '\n' ? ' ' : c);
    return out + "'";
}

struct Scale {
    double factor = 1.0;  ///< drawn = SI * factor
    std::string unit;
};

/// The prefix that brings the largest value between 1 and 1000; volumes in litres.
Scale scale_for(double largest, const std::string& unit) {
    constexpr std::array<const char*, 7> prefixes{"p", "n", "µ", "m", "", "k", "M"};
    const bool volume = unit == "m3";
    const double base = volume ? 1e3 : 1.0;
    const double size = largest * base;
    // "0.6 Pa" reads better than "600 mPa".
    if (unit == "Pa" && size >= 0.1 && size < 1.0) return {1.0, unit};
    const int thousands = size > 0.0 ? static_cast<int>(std::floor(std::log10(size * 1.0000001) / 3.0)) : 0;
    const int clamped = std::clamp(thousands, -4, 2);
    std::string name(prefixes[static_cast<std::size_t>(clamped + 4)]);
    return {base * std::pow(10.0, -3 * clamped), name.append(volume ? "L" : unit)};
}

double largest(const std::vector<Sample>& samples, double Sample::*value) {
    double most = 0.0;
    for (const Sample& sample : samples) most = std::max(most, std::abs(sample.*value));
    return most;
}

Span range_of(const std::vector<Sample>& samples, const Panel& panel) {
    Span range{samples.front().*panel.value, samples.front().*panel.value};
    for (const Sample& sample : samples) {
        range.low = std::min(range.low, sample.*panel.value);
        range.high = std::max(range.high, sample.*panel.value);
    }
    for (const ReferenceLine& line : panel.lines) {
        range.low = std::min(range.low, line.value);
        range.high = std::max(range.high, line.value);
    }
    if (std::max(-range.low, range.high) < panel.least_extent) return {-panel.least_extent, panel.least_extent};
    const double least = std::max({std::abs(range.low), std::abs(range.high), 1e-30}) * 1e-4;
    const double margin = std::max(0.07 * (range.high - range.low), least);
    return {range.low - margin, range.high + margin};
}

/// Moves sorted positions apart to at least `distance`, keeping their order and their middle.
void spread(std::vector<double>& positions, double distance) {
    for (std::size_t i = 1; i < positions.size(); ++i) {
        const double overlap = distance - (positions[i] - positions[i - 1]);
        if (overlap <= 0.0) continue;
        positions[i] += 0.5 * overlap;
        for (std::size_t k = i; k-- > 0;) positions[k] = std::min(positions[k], positions[k + 1] - distance);
    }
}

/// A round distance of ticks, 1, 2 or 5 times a power of ten, that makes about five of them.
double tick_step(double extent) {
    const double rough = extent / 5.0;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double digits = rough / power;
    return power * (digits < 1.5 ? 1.0 : digits < 3.5 ? 2.0 : digits < 7.5 ? 5.0 : 10.0);
}

/// One column of panels: where it is, when it is, what it draws.
struct Column {
    const Figure& figure;
    const std::vector<Sample>& samples;
    Window window;
    double origin = 0.0;  ///< time of the axis' zero [s]
    Scale time;
    Span edge_px;
    bool enlarged = false;
};

class Script {
public:
    Script(const Figure& figure, FigureFormat format)
        : figure_(figure),
          header_px_(title_px + line_px * static_cast<double>(figure.plan.marks.size() + 1)),
          panel_px_(panels_px / static_cast<double>(figure.panels.size()) - panel_gap_px),
          height_px_(header_px_ + panels_px + footer_px) {
        const bool svg = format == FigureFormat::svg;
        font_size_ = svg ? 12 : 9;
        text_ = svg ? "set terminal svg noenhanced size " : "set terminal pngcairo noenhanced size ";
        const double scale = svg ? 1.0 : 2.0;  // a bitmap needs more pixels for paper
        text_ += number(scale * width_px) + "," + number(scale * height_px_);
        text_ += svg ? " font 'Arial,12' background '#ffffff'\n"
                     : " font 'Arial,9' fontscale 2 linewidth 2 dashlength 1.5 background '#ffffff'\n";
        text_ += "set encoding utf8\nset multiplot\nunset key\nset border lw 0.8\nset tics nomirror out scale 0.6\n";
    }

    std::string finish() { return std::move(text_) + "unset multiplot\n"; }
    void draw_header();
    void draw_column(const Column& column);

private:
    std::string font(int larger) const { return "font '," + std::to_string(font_size_ + larger) + "'"; }
    std::string screen_x(double px) const { return "screen " + number(px / width_px); }
    std::string screen_y(double px_from_top) const { return "screen " + number(1.0 - px_from_top / height_px_); }
    double panel_top_px(std::size_t row) const {
        return header_px_ + static_cast<double>(row) * (panel_px_ + panel_gap_px);
    }

    void draw_panel(const Column& column, std::size_t row);
    void place_panel(const Column& column, std::size_t row, const Span& range, const Scale& scale);
    void draw_marks(const Column& column, std::size_t row);
    void draw_enlarged_part(const Column& column);
    void draw_lines(const Column& column, const Panel& panel, const Span& range, const Scale& scale);
    void draw_curve(const Column& column, const Panel& panel, const Scale& scale);

    const Figure& figure_;
    double header_px_;
    double panel_px_;
    double height_px_;
    int font_size_ = 0;
    std::string text_;
};

void Script::draw_header() {
    const auto text_at = [this](const std::string& text, double x, double y, const std::string& style) {
        text_ += "set label " + literal(text) + " at " + screen_x(x) + ", " + screen_y(y) + " left " + style + "\n";
    };
    text_at(figure_.title, columns_px[0].low, 24, font(figure_.title.size() < 95 ? 4 : 0));
    text_at(figure_.subtitle, columns_px[0].low, 47, "");
    text_at("The whole run (shaded: enlarged on the right)", columns_px[0].low, header_px_ - 12, "");
    const double above_marks = header_px_ - 12 - line_px * static_cast<double>(figure_.plan.marks.size());
    text_at("Enlarged: around " + figure_.plan.reference_name, columns_px[1].low, above_marks, "");
}

void Script::draw_column(const Column& column) {
    for (std::size_t row = 0; row < figure_.panels.size(); ++row) draw_panel(column, row);
}

void Script::place_panel(const Column& column, std::size_t row, const Span& range, const Scale& scale) {
    const Panel& panel = figure_.panels[row];
    const auto drawn_time = [&](double t) { return number((t - column.origin) * column.time.factor); };
    text_ +=
        "set lmargin at " + screen_x(column.edge_px.low) + "\nset rmargin at " + screen_x(column.edge_px.high) + "\n";
    text_ += "set tmargin at " + screen_y(panel_top_px(row)) + "\nset bmargin at " +
             screen_y(panel_top_px(row) + panel_px_) + "\n";
    text_ += "set xrange [" + drawn_time(column.window.start) + ":" + drawn_time(column.window.end) + "]\n";
    text_ += "set yrange [" + number(range.low * scale.factor) + ":" + number(range.high * scale.factor) + "]\n";
    const bool last = row + 1 == figure_.panels.size();
    const std::string since = column.enlarged ? "Time after " + figure_.plan.reference_name : "Time";
    text_ += last ? "set format x '%g'\nset xlabel " + literal(since + " (" + column.time.unit + ")") + "\n"
                  : std::string("set format x ''\nunset xlabel\n");
    text_ += "set ytics " + number(tick_step((range.high - range.low) * scale.factor)) + "\n";
    if (column.enlarged) return;
    // A label of its own, because ylabel's place depends on the width of the numbers.
    text_ += "set label " + literal(panel.title + " (" + scale.unit + ")") + " at " + screen_x(y_label_px) + ", " +
             screen_y(panel_top_px(row) + 0.5 * panel_px_) + " center rotate by 90\n";
}

void Script::draw_enlarged_part(const Column& column) {
    const double factor = column.time.factor;
    const double least = 3.0 / (column.edge_px.high - column.edge_px.low) * (column.window.end - column.window.start);
    const Window& burst = figure_.plan.burst;
    const double wider = std::max(0.0, 0.5 * (least - (burst.end - burst.start)));  // a line too thin is not seen
    text_ += "set object rectangle from first " + number((burst.start - wider) * factor) + ", graph 0 to first " +
             number((burst.end + wider) * factor) +
             ", graph 1 behind fillcolor rgb '#d9d9d9' fillstyle solid noborder\n";
}

/// On which side of its line a label has room.
std::string beside(const Window& window, const Mark& mark) {
    const bool late = mark.time - window.start > 0.7 * (window.end - window.start);
    return late ? " right offset character -0.4,0" : " left offset character 0.4,0";
}

void Script::draw_marks(const Column& column, std::size_t row) {
    // The labels form a staircase, the earliest highest, each to the right of its own line: none can cross another.
    double label_y = header_px_ - 12 - line_px * static_cast<double>(figure_.plan.marks.size() - 1);
    for (const Mark& mark : figure_.plan.marks) {
        const std::string x = "first " + number((mark.time - column.origin) * column.time.factor);
        const std::string top = row == 0 ? screen_y(label_y + 6) : std::string("graph 1");
        text_ += "set arrow from " + x + ", graph 0 to " + x + ", " + top + " nohead lc rgb '#666666' lw 0.8 dt '.'\n";
        if (row == 0)
            text_ += "set label " + literal(mark.text) + " at " + x + ", " + screen_y(label_y) +
                     beside(column.window, mark) + "\n";
        label_y += line_px;
    }
}

void Script::draw_lines(const Column& column, const Panel& panel, const Span& range, const Scale& scale) {
    const double per_px = (range.high - range.low) / panel_px_;
    std::vector<double> text_y;
    for (const ReferenceLine& line : panel.lines) text_y.push_back(line.value);
    spread(text_y, label_px * per_px);
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
        const std::string y = number(panel.lines[i].value * scale.factor);
        text_ += "set arrow from graph 0, first " + y + " to graph 1, first " + y + " nohead back " +
                 panel.lines[i].style + "\n";
        if (!column.enlarged) continue;
        text_ += "set label " + literal(panel.lines[i].text) + " at graph 1.02, first " +
                 number(text_y[i] * scale.factor) + " left " + font(-2) + "\n";
    }
}

void Script::draw_curve(const Column& column, const Panel& panel, const Scale& scale) {
    std::vector<Point> points;
    for (const Sample& sample : column.samples)
        points.push_back({(sample.time - column.origin) * column.time.factor, sample.*panel.value * scale.factor});
    text_ += "plot '-' using 1:2 with lines " + std::string(curve_style) + "\n";
    for (const Point& point : thin_out(points, static_cast<std::size_t>(column.edge_px.high - column.edge_px.low)))
        text_ += number(point.x) + " " + number(point.y) + "\n";
    text_ += "e\n";
}

void Script::draw_panel(const Column& column, std::size_t row) {
    const Panel& panel = figure_.panels[row];
    const Scale scale = scale_for(std::max(largest(figure_.run, panel.value), panel.least_extent), panel.unit);
    const Span range = range_of(column.samples, panel);
    place_panel(column, row, range, scale);
    if (column.enlarged)
        draw_marks(column, row);
    else
        draw_enlarged_part(column);
    draw_lines(column, panel, range, scale);
    draw_curve(column, panel, scale);
    text_ += "unset arrow\nunset label\nunset object\n";
}

}  // namespace

std::string gnuplot_script(const Figure& figure, FigureFormat format) {
    const PlotPlan& plan = figure.plan;
    const double longest = std::max(plan.burst.end - plan.reference_time, plan.reference_time - plan.burst.start);
    Script script(figure, format);
    script.draw_header();
    script.draw_column({figure, figure.run, plan.run, 0.0, scale_for(plan.run.end, "s"), columns_px[0], false});
    script.draw_column(
        {figure, figure.burst, plan.burst, plan.reference_time, scale_for(longest, "s"), columns_px[1], true});
    return script.finish();
}

}  // namespace synovia::cli
