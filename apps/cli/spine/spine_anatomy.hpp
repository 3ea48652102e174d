// The left half of a spine's picture: the bones from behind, every facet joint with its phrase, and what colours mean.
#pragma once
#include "apps/cli/spine/spine_canvas.hpp"
#include "apps/cli/spine/spine_figure.hpp"

namespace synovia::cli {

/// Every facet as wide as it opened and as dark as its pressure fell, with a star if it popped, hatched if it closed.
void draw_anatomy(Canvas& canvas, const SpineFigure& figure);

}  // namespace synovia::cli
