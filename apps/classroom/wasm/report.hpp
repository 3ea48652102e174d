// What a run says of itself: the numbers of `synovia simulate --format json`, under the same keys, and its curve.
#pragma once
#include <string>
#include <vector>

#include "solver/trajectory.hpp"

namespace synovia::classroom {

/// Besides the command's keys: end_time_s, threshold_pa (Blake's); of a spine start_s and facets.
std::string report_json(const Trajectory& trajectory);

/// Appends rows of the command's CSV (`columns` numbers each, SI) from the beginning of the trajectory to its end: the
/// solver's steps and their middles, and more points where they would be further apart than `longest_gap` [s].
void append_rows(const Trajectory& trajectory, double longest_gap, std::vector<double>& rows);

inline constexpr int columns = 11;

}  // namespace synovia::classroom
