// The tension at which a nucleus can no longer hold: the number behind "no pop".
#pragma once
#include <string>

#include "solver/scenario.hpp"

namespace synovia::studio {

/// Liquid pressure below which the scenario's nucleus has no equilibrium [Pa]. Blake (1949), generalised to the
/// polytropic exponent of the gas; at body temperature and for the species model that exponent is 1.
double blake_threshold(const Scenario& scenario);

/// Why nothing is heard: "the gap pressure fell to -80 kPa; a pop needs less than -119.6 kPa, ..." for a joint that did
/// not pop. `min_gap_pressure_pa` of its run; a free bubble is silent only at rest.
std::string why_silent(const Scenario& scenario, double min_gap_pressure_pa);

}  // namespace synovia::studio
