// The way in: Scenario -> Trajectory.
#pragma once
#include <cstddef>

#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

inline constexpr std::size_t default_step_limit = 400'000;

/// Integrates the scenario from rest to simulation.duration.
/// Bad input throws InvalidScenario (solver/parameters.hpp); how the numerics ended is Trajectory::outcome.
Trajectory simulate(const Scenario& scenario, std::size_t step_limit = default_step_limit);

/// The same for a joint that still holds the gas of an earlier pull (Trajectory::left_over, rested()).
Trajectory simulate(const Scenario& scenario, const JointStart& start, std::size_t step_limit = default_step_limit);

}  // namespace synovia
