// The trajectory as CSV.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "apps/studio/key_text.hpp"
#include "solver/trajectory.hpp"

namespace synovia::cli {

inline constexpr std::size_t largest_table_rows = 5'000'000;

/// The columns that runs of this kind have, in their order.
std::vector<studio::KeyText> table_columns(Kind kind);

/// Header and one row per solver step, or per sample from 0 to the end where `sample_rate_hz` is given.
/// Numbers are the shortest decimals that read back exactly. Throws Failure(usage) for a rate that is no positive
/// number or makes more than largest_table_rows.
std::string trajectory_csv(const Trajectory& trajectory, std::optional<double> sample_rate_hz);

}  // namespace synovia::cli
