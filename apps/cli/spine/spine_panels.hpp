// The right half of a spine's picture: opening, pressure and sound of its most telling facets on one time axis.
#pragma once
#include <string>

#include "apps/cli/spine/spine_figure.hpp"

namespace synovia::cli {

/// The part of a gnuplot script that draws it.
std::string spine_panels(const SpineFigure& figure);

}  // namespace synovia::cli
