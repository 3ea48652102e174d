// Shapes and texts in pixels over the whole picture, for gnuplot.
#pragma once
#include <string>
#include <vector>

#include "apps/cli/plot/gnuplot_text.hpp"
#include "apps/cli/plot/plot_axis.hpp"
#include "apps/cli/plot/plot_data.hpp"

namespace synovia::cli {

/// Light where the pressure stayed, dark where it fell to the low end of the range [Pa]: "#08306b".
std::string pressure_colour(double pressure, const Span& range);

/// An upright slit with round corners that leans by `lean` to the right at its foot [rad]; closed.
std::vector<Point> slit(const Point& middle, double width, double height, double lean);

/// Five points; closed.
std::vector<Point> star(const Point& middle, double radius);

/// What is added later lies in front; texts lie in front of all shapes.
class Canvas {
public:
    explicit Canvas(FigureFormat format) : format_(format) {}

    /// `style` in gnuplot's words: "lines lc rgb '#000000'".
    void add(const std::vector<Point>& points, const std::string& style);
    void polygon(const std::vector<Point>& outline, const std::string& fill, const std::string& edge, double width);
    void hatched(const std::vector<Point>& outline);
    /// `style` in gnuplot's words: "left", "right textcolor rgb '#777777'".
    void put(const std::string& text, const Point& place, const std::string& style);
    void put(const std::string& text, const Point& place, const std::string& style, double size_px);

    /// The script that draws all of it.
    std::string script() const;

private:
    FigureFormat format_;
    std::string labels_, plots_, data_;
};

}  // namespace synovia::cli
