// The handful of numbers that describe each pocket of a joint.
#pragma once
#include <optional>
#include <vector>

#include "solver/trajectory.hpp"

namespace synovia {

struct PocketSummary {
    double share = 0;  ///< of the opening area
    std::optional<double>
        firing_time;              ///< when its nucleus let go, bubble.firing = "blake": nucleated; absent: never [s]
    double min_gap_pressure = 0;  ///< at the rim [Pa]
    double min_gap_pressure_time = 0;  ///< [s]
    double max_radius = 0;             ///< [m]
    double final_radius = 0;           ///< [m]
};

/// In the order of the shares; none for a free bubble.
std::vector<PocketSummary> summarise_pockets(const Trajectory& trajectory);

}  // namespace synovia
