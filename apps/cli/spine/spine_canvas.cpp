#include "apps/cli/spine/spine_canvas.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <numbers>

#include "apps/cli/plot/plot_layout.hpp"

namespace synovia::cli {
namespace {

struct Colour {
    double red, green, blue;
};
constexpr Colour dark{8, 48, 107}, half{107, 174, 214}, light{233, 242, 250};

Colour between(const Colour& a, const Colour& b, double share) {
    const auto mix = [share](double x, double y) { return x + share * (y - x); };
    return {mix(a.red, b.red), mix(a.green, b.green), mix(a.blue, b.blue)};
}

std::string hex(const Colour& c) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", static_cast<unsigned>(std::lround(c.red)),
                  static_cast<unsigned>(std::lround(c.green)), static_cast<unsigned>(std::lround(c.blue)));
    return text.data();
}

}  // namespace

std::string pressure_colour(double pressure, const Span& range) {
    const double share = std::clamp((pressure - range.low) / (range.high - range.low), 0.0, 1.0);
    return hex(share < 0.5 ? between(dark, half, 2.0 * share) : between(half, light, 2.0 * share - 1.0));
}

std::vector<Point> slit(const Point& middle, double width, double height, double lean) {
    constexpr int corner = 5;
    const double r = std::min(0.5 * width, 5.0);
    std::vector<Point> points;
    for (int quarter = 0; quarter < 4; ++quarter) {
        const double sx = quarter == 0 || quarter == 3 ? 1.0 : -1.0, sy = quarter < 2 ? 1.0 : -1.0;
        for (int k = 0; k <= corner; ++k) {
            const double angle = 0.5 * std::numbers::pi * (quarter + static_cast<double>(k) / corner);
            const double x = sx * (0.5 * width - r) + r * std::cos(angle);
            const double y = sy * (0.5 * height - r) + r * std::sin(angle);
            points.push_back({middle.x + x * std::cos(lean) - y * std::sin(lean),
                              middle.y + x * std::sin(lean) + y * std::cos(lean)});
        }
    }
    points.push_back(points.front());
    return points;
}

std::vector<Point> star(const Point& middle, double radius) {
    std::vector<Point> points;
    for (int k = 0; k <= 10; ++k) {
        const double r = k % 2 == 0 ? radius : 0.42 * radius, angle = std::numbers::pi * (0.2 * k - 0.5);
        points.push_back({middle.x + r * std::cos(angle), middle.y + r * std::sin(angle)});
    }
    return points;
}

void Canvas::add(const std::vector<Point>& points, const std::string& style) {
    plots_ += (plots_.empty() ? "plot '-' with " : ", '-' with ") + style;
    for (const Point& p : points) data_ += number(p.x) + " " + number(p.y) + "\n";
    data_ += "e\n";
}

void Canvas::polygon(const std::vector<Point>& outline, const std::string& fill, const std::string& edge,
                     double width) {
    add(outline, "polygons fs solid 1.0 border lc rgb '" + edge + "' fc rgb '" + fill + "' lw " + number(width));
}

void Canvas::hatched(const std::vector<Point>& outline) {
    polygon(outline, "#ffffff", "#444444", 1.5);
    add(outline, "polygons fs pattern 5 border lc rgb '#444444' fc rgb '#444444' lw 1.5");
}

void Canvas::put(const std::string& text, const Point& place, const std::string& style) {
    put(text, place, style, text_px);
}

void Canvas::put(const std::string& text, const Point& place, const std::string& style, double size_px) {
    labels_ += "set label " + literal(text) + " at " + screen_x(place.x) + ", " + screen_y(place.y) + " front " +
               style + " " + font(size_px, format_) + "\n";
}

std::string Canvas::script() const {
    return "set lmargin at screen 0\nset rmargin at screen 1\nset tmargin at screen 1\nset bmargin at screen 0\n"
           "unset border\nunset tics\nset style textbox opaque margins 0.4,0.4 fc rgb '#f7f2e6' border lc rgb "
           "'#c9bc9d'\nset xrange [0:" +
           number(width_px) + "]\nset yrange [" + number(height_px) + ":0]\n" + labels_ + plots_ + "\n" + data_ +
           "unset label\n";
}

}  // namespace synovia::cli
