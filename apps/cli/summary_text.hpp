// What a run came to, for people.
#pragma once
#include <string>

#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::cli {

/// A few lines with units people use, and what the preset says of itself.
std::string summary_text(const std::string& title, const std::string& shows, const Trajectory& trajectory,
                         const Summary& summary);

}  // namespace synovia::cli
