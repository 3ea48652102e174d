// Why a run stayed silent, in words.
#pragma once
#include <string>

#include "solver/scenario.hpp"

namespace synovia::cli {

/// "the gap pressure fell to -80 kPa and not below -115 kPa, ..." for a joint that did not pop; a free bubble that is
/// silent does not move.
std::string why_silent(const Scenario& scenario, double min_gap_pressure_pa);

}  // namespace synovia::cli
