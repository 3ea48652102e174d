// The picture of a spine as a gnuplot script.
#pragma once
#include <string>

#include "apps/cli/spine/spine_figure.hpp"

namespace synovia::cli {

/// A script that writes the picture, 16 to 9, to standard output: on the left the spine from behind, every facet as
/// wide as it opened and as dark as its pressure fell, on the right opening, pressure and sound on one time axis. All
/// texts are taken literally.
std::string spine_script(const SpineFigure& figure, FigureFormat format);

}  // namespace synovia::cli
