#include "solver/blake.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "solver/gas.hpp"
#include "solver/locate.hpp"

namespace synovia {
namespace {

/// The nucleus in mechanical equilibrium with its liquid: p = p_v + p_g0 (R0/R)^(3 kappa) - 2 sigma/R.
/// Source: F. G. Blake (1949); Brennen, Cavitation and Bubble Dynamics, section 2.5.
struct Nucleus {
    double sigma, p_v, R0, p_g0, three_kappa;

    explicit Nucleus(const Scenario& s)
        : sigma(s.fluid.surface_tension),
          p_v(s.fluid.vapour_pressure),
          R0(s.bubble.nucleus_radius),
          p_g0(initial_gas_pressure(s)),
          three_kappa(s.gas.model == GasModel::species ? 3.0 : 3.0 * s.gas.polytropic_exponent) {}

    double pressure(double R) const { return p_v + p_g0 * std::pow(R0 / R, three_kappa) - 2.0 * sigma / R; }
    /// Where p is least: R_c^(3 kappa - 1) = 3 kappa p_g0 R0^(3 kappa)/(2 sigma).
    double critical_radius() const {
        return R0 * std::pow(three_kappa * p_g0 * R0 / (2.0 * sigma), 1.0 / (three_kappa - 1.0));
    }
};

}  // namespace

double blake_threshold(const Scenario& scenario) {
    // p_crit = p(R_c) = p_v - 2 sigma/R_c (1 - 1/(3 kappa))
    const Nucleus n(scenario);
    return n.p_v - 2.0 * n.sigma / n.critical_radius() * (1.0 - 1.0 / n.three_kappa);
}

double equilibrium_radius(const Scenario& scenario, double pressure) {
    assert(pressure > blake_threshold(scenario));
    const Nucleus n(scenario);
    const double R_c = n.critical_radius();  // infinite without surface tension
    double small = n.R0, large = n.R0;
    while (n.pressure(small) < pressure) small *= 0.5;
    while (large < R_c && n.pressure(large) > pressure) large *= 2.0;
    return bisect([&](double R) { return n.pressure(R) - pressure; }, small, std::min(large, R_c));
}

}  // namespace synovia
