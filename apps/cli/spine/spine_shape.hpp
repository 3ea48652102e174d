// The spine from behind, T10 to the sacrum, schematic: every level is as high as the others.
#pragma once
#include <vector>

#include "apps/cli/plot/plot_data.hpp"
#include "solver/spine_levels.hpp"

namespace synovia::cli {

// Sizes in units of 1/64 level; x counts from the middle to the right, y from the top of T10 down.
inline constexpr double level_units = 64.0;
inline constexpr double spine_units_high = 608.0;
inline constexpr double spine_units_wide = 186.0;

enum class Bone { body, process, sacrum, spinous, hollow };

/// A smooth closed outline: its first point comes again at its end.
struct BoneOutline {
    Bone bone;
    std::vector<Point> points;
};

/// All bones, those in front last.
std::vector<BoneOutline> spine_outlines();

/// Middle of the right facet joint of a level; that of the left one is its mirror image.
Point facet_place(std::size_t level);

}  // namespace synovia::cli
