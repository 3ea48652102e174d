// The pockets of a joint in a picture: which are drawn, what is said of them, and their curves.
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "apps/cli/plot/plot_panels.hpp"

namespace synovia::cli {

/// The pockets that a picture of one run shows, in the order in which they tear, those that do not last: all, or the
/// largest. None where the joint has one.
std::vector<std::size_t> drawn_pockets(const PlotRun& run);

/// "41 % of the gap at 52 ms": its share, and when it tears.
std::string pocket_text(const PocketSummary& pocket);

/// "5 pockets tear within 11.4 ms"
std::string pockets_text(const PlotRun& run);

/// A curve for each of the drawn pockets.
Panel with_pocket_curves(Panel panel, const PlotRun& run, const Plans& plans, double PocketSample::*quantity);

}  // namespace synovia::cli
