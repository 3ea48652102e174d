// What a run says of itself: the numbers of `synovia simulate --format json`, under the same keys, and its curve.
#pragma once
#include <string>
#include <vector>

#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::classroom {

/// Besides the command's keys: end_time_s, threshold_pa (Blake's).
std::string report_json(const Trajectory& trajectory, const Summary& summary);

/// Appends rows of the command's CSV (`columns` numbers each, SI) from the beginning of the trajectory to its end: the
/// solver's steps and their middles, and more points where they would be further apart than `longest_gap` [s].
void append_rows(const Trajectory& trajectory, double longest_gap, std::vector<double>& rows);

inline constexpr int columns = 11;

/// What there is to see of each pocket in those rows, pocket after pocket: radius of its bubble [m], pressure of its
/// liquid [Pa]. Nothing for a joint with one.
void append_pocket_rows(const Trajectory& trajectory, double longest_gap, std::vector<double>& rows);

}  // namespace synovia::classroom
