// A joint as one sees it: two faces of cartilage, the gap between them, the bubble in it.
#pragma once
#include "apps/cli/live/canvas.hpp"

namespace synovia::cli {

struct JointPicture {
    double gap = 0.0;     ///< at its narrowest [m]
    double radius = 0.0;  ///< of the bubble [m]
    double widest = 0.0;  ///< gap, or diameter of a free bubble, that three fifths of the height stand for [m]
    bool has_gap = true;
};

/// Heights are to scale, the curve of the bones is not. A bubble wider than the gap is drawn flat, with the same
/// volume; one too small to be seen is a dot.
void draw_joint(Canvas& canvas, const JointPicture& picture);

}  // namespace synovia::cli
