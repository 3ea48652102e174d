#include "solver/blake.hpp"

#include <cmath>

namespace synovia {

double blake_threshold(const Scenario& scenario) {
    const bool joint = scenario.kind == Kind::joint;
    const double sigma = scenario.fluid.surface_tension;
    const double p_v = scenario.fluid.vapour_pressure;
    const double R0 = scenario.bubble.nucleus_radius;
    const double p_rest = joint ? scenario.joint.resting_pressure : scenario.pressure.ambient;
    const double p_g0 = scenario.gas.initial_pressure.value_or(p_rest + 2.0 * sigma / R0 - p_v);
    const double three_kappa = scenario.gas.model == GasModel::species ? 3.0 : 3.0 * scenario.gas.polytropic_exponent;
    const double R_c = R0 * std::pow(three_kappa * p_g0 * R0 / (2.0 * sigma), 1.0 / (three_kappa - 1.0));
    return p_v - 2.0 * sigma / R_c * (1.0 - 1.0 / three_kappa);
}

}  // namespace synovia
