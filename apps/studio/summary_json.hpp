// What a run came to, for programs.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>

#include "apps/studio/key_text.hpp"
#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

/// The keys of `simulate --format json`, SI units; a level of silence is null.
nlohmann::ordered_json summary_json(const Trajectory& trajectory, const Summary& summary);

/// All of them and what they stand for, in their order; those of one kind of run say so.
std::span<const KeyText> summary_keys();

}  // namespace synovia::studio
