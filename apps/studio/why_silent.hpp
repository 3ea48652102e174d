// Why a run stayed silent, in words.
#pragma once
#include <string>

#include "solver/scenario.hpp"

namespace synovia::studio {

/// Why nothing is heard: "the gap pressure fell to -80 kPa; a pop needs less than -119.6 kPa, ..." for a joint that did
/// not pop. `min_gap_pressure_pa` of its run; a free bubble is silent only at rest.
std::string why_silent(const Scenario& scenario, double min_gap_pressure_pa);

}  // namespace synovia::studio
