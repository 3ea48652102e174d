// The tension at which a nucleus can no longer hold.
#pragma once
#include "solver/scenario.hpp"

namespace synovia {

/// Liquid pressure below which the scenario's nucleus has no equilibrium [Pa]. Blake (1949), generalised to the
/// polytropic exponent of the gas; at body temperature and for the species model that exponent is 1.
double blake_threshold(const Scenario& scenario);

/// Radius at which the scenario's nucleus is in stable equilibrium with liquid at `pressure` [m]. Precondition: the
/// pressure lies above blake_threshold().
double equilibrium_radius(const Scenario& scenario, double pressure);

}  // namespace synovia
