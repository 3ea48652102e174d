#include "apps/cli/spine/spine_anatomy.hpp"

#include <array>
#include <cmath>

#include "apps/cli/spine/spine_shape.hpp"

namespace synovia::cli {
namespace {

constexpr const char *pop_colour = "#B23A00", *star_colour = "#FFB000", *slit_edge = "#1c2f45";

// Sizes in pixels.
constexpr double middle_px = 505, top_px = 128;  // of the spine
constexpr double unit_wide_px = 1.33, unit_high_px = 1.155;
constexpr double phrase_px = 138;  // from the middle to the phrases
constexpr double slit_high_px = 33, closed_px = 7, least_px = 4.5, px_per_metre = 15.0 / 1e-3;
constexpr double star_px = 15, lean = 0.09;

struct BoneStyle {
    const char *fill, *edge;
};
BoneStyle style_of(Bone bone) {
    switch (bone) {
        case Bone::body:
            return {"#f7f2e6", "#c9bc9d"};
        case Bone::hollow:
            return {"#d3c39c", "#a08f68"};
        case Bone::spinous:
            return {"#f3ead6", "#a3926b"};
        default:
            return {"#eadfc6", "#94835d"};
    }
}

Point on_screen(const Point& units) { return {middle_px + unit_wide_px * units.x, top_px + unit_high_px * units.y}; }

/// Names of the bones, on the arches.
void name_bones(Canvas& canvas) {
    constexpr std::array<const char*, 9> names{"T10", "T11", "T12", "L1", "L2", "L3", "L4", "L5", "S1"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const double below_top = i == spine_level_count ? 36.0 : 29.0;
        canvas.put(names[i], on_screen({0.0, level_units * static_cast<double>(i) + below_top}),
                   "center boxed textcolor rgb '#4a3f28'", 21);
    }
}

void draw_bones(Canvas& canvas) {
    for (const BoneOutline& outline : spine_outlines()) {
        std::vector<Point> points;
        for (const Point& p : outline.points) points.push_back(on_screen(p));
        const BoneStyle style = style_of(outline.bone);
        canvas.polygon(points, style.fill, style.edge, 1.3);
    }
    name_bones(canvas);
}

void draw_slit(Canvas& canvas, const SpineFigure& figure, const FacetMark& mark, const Point& place, double side) {
    const double width = mark.closed ? closed_px : least_px + px_per_metre * mark.opening;
    const double outside = place.x + side * 0.5 * width;
    canvas.add({{outside + side * 3.0, place.y}, {middle_px + side * (phrase_px - 6.0), place.y}},
               "lines lc rgb '#9a9a9a' lw 1.2");
    const auto outline = slit(place, width, slit_high_px, -side * lean);
    if (mark.closed) return canvas.hatched(outline);
    canvas.polygon(outline, pressure_colour(mark.min_pressure, figure.pressure_range),
                   mark.popped ? pop_colour : slit_edge, mark.popped ? 3.0 : 1.6);
    if (mark.popped) canvas.polygon(star({outside + side * 19.0, place.y}, star_px), star_colour, pop_colour, 2.0);
}

void draw_facet(Canvas& canvas, const SpineFigure& figure, std::size_t facet) {
    const FacetMark& mark = figure.facets[facet];
    const bool left = facet % 2 == 0;
    const double side = left ? -1.0 : 1.0, text_x = middle_px + side * phrase_px;
    const Point units = facet_place(facet / 2), place = on_screen({side * units.x, units.y});
    draw_slit(canvas, figure, mark, place, side);
    const std::string align = left ? "right" : "left";
    const std::string colour = mark.popped ? pop_colour : mark.closed ? "#777777" : "#000000";
    const double lift = mark.numbers.empty() ? 0.0 : 14.0;
    canvas.put(mark.phrase, {text_x, place.y - lift}, align + " textcolor rgb '" + colour + "'");
    if (lift > 0.0) canvas.put(mark.numbers, {text_x, place.y + 15.0}, align + " textcolor rgb '#444444'", 24);
}

std::string kilopascal(double pressure) { return number(std::round(1e-3 * pressure)); }

/// From light to dark between its numbers.
void draw_colour_bar(Canvas& canvas, const Span& range, double left, double right, double y) {
    constexpr int cells = 26;
    for (int i = 0; i < cells; ++i) {
        const double share = (i + 0.5) / cells, step = (right - left) / cells, x = left + step * i;
        const std::string colour = pressure_colour(range.high + share * (range.low - range.high), range);
        canvas.polygon({{x, y - 9}, {x + step, y - 9}, {x + step, y + 9}, {x, y + 9}, {x, y - 9}}, colour, colour, 0.5);
    }
    canvas.put("lowest pressure " + kilopascal(range.high), {left - 8.0, y}, "right");
    canvas.put(kilopascal(range.low) + " kPa", {right + 8.0, y}, "left");
}

/// What colour, width, star and hatching mean.
void draw_legend(Canvas& canvas, const Span& range) {
    constexpr double y = 873;
    draw_colour_bar(canvas, range, 278, 388, y);
    canvas.polygon(slit({541, y}, least_px + 1e-3 * px_per_metre, slit_high_px, 0.0), "#ffffff", slit_edge, 1.6);
    canvas.put("opens 1 mm", {561, y}, "left");
    canvas.polygon(star({752, y}, star_px), star_colour, pop_colour, 2.0);
    canvas.put("popped", {774, y}, "left");
    canvas.hatched(slit({897, y}, closed_px, slit_high_px, 0.0));
    canvas.put("closed", {912, y}, "left");
}

}  // namespace

void draw_anatomy(Canvas& canvas, const SpineFigure& figure) {
    draw_bones(canvas);
    for (std::size_t k = 0; k < figure.facets.size(); ++k) draw_facet(canvas, figure, k);
    canvas.put("Left", {middle_px - phrase_px, 118}, "right textcolor rgb '#555555'");
    canvas.put("Right, seen from behind", {middle_px + phrase_px, 118}, "left textcolor rgb '#555555'");
    draw_legend(canvas, figure.pressure_range);
}

}  // namespace synovia::cli
