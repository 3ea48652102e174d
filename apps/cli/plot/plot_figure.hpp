// The picture of one or more runs: which stretches, panels and texts it has.
#pragma once
#include <span>

#include "apps/cli/plot/plot_panels.hpp"

namespace synovia::cli {

/// Everything gnuplot_script() needs. Several runs are drawn on the same axes, the enlargement of each counted from its
/// own reference; a silent run shows there what it did at the moment of the first that was not.
/// Precondition: at least one run, all of one kind.
Figure make_figure(std::span<const PlotRun> runs);

}  // namespace synovia::cli
