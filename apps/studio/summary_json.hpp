// What a run came to, for programs.
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

/// The keys of `simulate --format json`, SI units; a level of silence is null.
nlohmann::ordered_json summary_json(const Trajectory& trajectory, const Summary& summary);

}  // namespace synovia::studio
