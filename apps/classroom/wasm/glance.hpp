// What a block of a live pull amounts to, from its rows alone: summarise() looks so closely that a joint of several
// pockets could not keep up with the hand.
#pragma once
#include <vector>

#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::classroom {

/// The summary of a piece, without its pockets and warnings. `rows` are those of append_rows(); extremes lie on the
/// parabolas through them.
Summary glance(const Trajectory& piece, const std::vector<double>& rows);

}  // namespace synovia::classroom
