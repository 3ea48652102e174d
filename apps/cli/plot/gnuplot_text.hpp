// The words of gnuplot that every picture needs; places are pixels of plot_layout.hpp, from the top left.
#pragma once
#include <string>

#include "apps/cli/plot/gnuplot.hpp"

namespace synovia::cli {

/// Six digits, whatever the locale.
std::string number(double value);

/// A text that gnuplot takes as it is, whatever it contains.
std::string literal(const std::string& text);

std::string screen_x(double px);
std::string screen_y(double px_from_top);

/// "font ',27'": gnuplot counts in points, of which a format has so many.
std::string font(double size_px, FigureFormat format);

/// Terminal and what all panels have in common.
std::string beginning(FigureFormat format);

}  // namespace synovia::cli
