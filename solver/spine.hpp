// A spine: which facet joints pop, and why the others do not.
#pragma once
#include <cstddef>

#include "solver/scenario.hpp"
#include "solver/spine_result.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

inline constexpr double least_pop_level = 50.0;  ///< peak at `pop_distance` that is heard as a pop [dB SPL]
inline constexpr double pop_distance = 0.3;      ///< [m]

/// The chain of vertebrae first, with every capsule lumped in it; then each facet that falls through Blake's limit or
/// comes within 15 kPa of it as a joint on its own, pulled along by the chain. A pop is a facet whose nucleus bursts
/// and that reaches `least_pop_level`.
/// The trajectory is that of the leading facet: the first that popped, else the one with the lowest pressure. All
/// facets, and the trajectories of all that came close, are in Trajectory::spine.
/// Precondition: `scenario` is of kind spine and has no problems. A run whose chain did not reach its end says so in
/// Trajectory::outcome.
Trajectory simulate_spine(const Scenario& scenario, std::size_t step_limit);

}  // namespace synovia
