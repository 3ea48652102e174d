// The tension at which a nucleus can no longer hold: the number behind "no pop".
#pragma once
#include <string>

#include "solver/scenario.hpp"

namespace synovia::cli {

/// Liquid pressure below which the scenario's nucleus has no equilibrium [Pa]. Blake (1949), generalised to the
/// polytropic exponent of the gas; at body temperature and for the species model that exponent is 1.
double blake_threshold(const Scenario& scenario);

/// "the gap pressure fell to -80 kPa and not below -115 kPa, ..." for a joint that did not pop.
std::string why_silent(const Scenario& scenario, double min_gap_pressure_pa);

}  // namespace synovia::cli
