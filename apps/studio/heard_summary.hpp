// A run's summary, judged by what can be heard of it.
#pragma once
#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

/// summarise(); where a wall faster than sound makes the unfiltered peak no sound, the end of the run is held against
/// the audible one.
Summary heard_summary(const Trajectory& trajectory);

}  // namespace synovia::studio
