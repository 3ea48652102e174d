#include "solver/blake.hpp"

#include <cmath>

#include "solver/gas.hpp"

namespace synovia {

double blake_threshold(const Scenario& scenario) {
    // p_crit = min over R of p_v + p_g0 (R0/R)^(3 kappa) - 2 sigma/R
    //        = p_v - 2 sigma/R_c (1 - 1/(3 kappa)),  R_c^(3 kappa - 1) = 3 kappa p_g0 R0^(3 kappa)/(2 sigma)
    // Source: F. G. Blake (1949); Brennen, Cavitation and Bubble Dynamics, section 2.5.
    const double sigma = scenario.fluid.surface_tension;
    const double p_v = scenario.fluid.vapour_pressure;
    const double R0 = scenario.bubble.nucleus_radius;
    const double p_g0 = initial_gas_pressure(scenario);
    const double three_kappa = scenario.gas.model == GasModel::species ? 3.0 : 3.0 * scenario.gas.polytropic_exponent;
    const double R_c = R0 * std::pow(three_kappa * p_g0 * R0 / (2.0 * sigma), 1.0 / (three_kappa - 1.0));
    return p_v - 2.0 * sigma / R_c * (1.0 - 1.0 / three_kappa);
}

}  // namespace synovia
