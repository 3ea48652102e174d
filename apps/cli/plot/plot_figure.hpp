// Which panels the picture of a joint and of a free bubble has.
#pragma once
#include "apps/cli/plot/plot_script.hpp"

namespace synovia::cli {

/// Everything gnuplot_script() needs. `title`: of the preset.
Figure make_figure(const std::string& title, const Trajectory& trajectory, const Summary& summary);

}  // namespace synovia::cli
