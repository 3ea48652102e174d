#include "solver/gas.hpp"

#include "solver/elementary.hpp"
#include "solver/kinds.hpp"

namespace synovia {

double equilibrium_gas_pressure(const Scenario& s) {
    const double p_rest = row_of(s.kind).resting_pressure(s);
    return p_rest + 2.0 * s.fluid.surface_tension / s.bubble.nucleus_radius - s.fluid.vapour_pressure;
}

double initial_gas_pressure(const Scenario& s) { return s.gas.initial_pressure.value_or(equilibrium_gas_pressure(s)); }

std::array<GasSpecies, 3> species(const Gas& gas) { return {gas.co2, gas.n2, gas.o2}; }

double tissue_concentration(const GasSpecies& gas, double temperature) {
    return gas.ostwald * gas.partial_pressure / (gas_constant * temperature);
}

std::array<double, 3> initial_moles(const Scenario& s) {
    const GasSpecies &co2 = s.gas.co2, &n2 = s.gas.n2, &o2 = s.gas.o2;
    const double moles =
        initial_gas_pressure(s) * sphere_volume(s.bubble.nucleus_radius) / (gas_constant * s.gas.temperature);
    const double sum = co2.partial_pressure + n2.partial_pressure + o2.partial_pressure;
    return {moles * co2.partial_pressure / sum, moles * n2.partial_pressure / sum, moles * o2.partial_pressure / sum};
}

/// (p - p_v + 2 sigma/R) 4/3 pi R^3 = n R_g T, by Newton from above: the left side is convex in R.
double equilibrium_radius(const Scenario& s, double moles, double pressure) {
    if (!(moles > 0.0)) return 0.0;
    const double p = pressure - s.fluid.vapour_pressure, sigma = s.fluid.surface_tension;
    const double c = moles * gas_constant * s.gas.temperature / (4.0 / 3.0 * std::numbers::pi);
    double R = elementary::cbrt(c / p);
    for (int i = 0; i < 100; ++i) {
        const double step = (p * R * R * R + 2.0 * sigma * R * R - c) / (3.0 * p * R * R + 4.0 * sigma * R);
        R -= step;
        if (step <= 1e-14 * R) break;
    }
    return R;
}

Diffusion::Diffusion(const Gas& gas)
    : species_(species(gas)),
      root_diffusivity_{std::sqrt(gas.co2.diffusivity), std::sqrt(gas.n2.diffusivity), std::sqrt(gas.o2.diffusivity)} {}

}  // namespace synovia
