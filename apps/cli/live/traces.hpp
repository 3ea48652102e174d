// Gap, pressure and radius as they ran, as moving traces.
#pragma once
#include <cstddef>
#include <vector>

#include "apps/cli/live/screen.hpp"
#include "apps/studio/glance.hpp"

namespace synovia::cli {

struct Course {
    bool has_gap = true;
    double threshold_pa = 0.0;            ///< Blake's, of the rested nucleus
    std::vector<studio::Glance> glances;  ///< oldest first; trace_glances() of them
};

/// How many glances traces of this width can show: about four seconds.
std::size_t trace_glances(int columns, bool braille);

void draw_traces(Screen& screen, const Course& course, const Area& area, bool braille);

}  // namespace synovia::cli
