#include "solver/gas.hpp"

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

Diffusion::Diffusion(const Gas& gas)
    : species_(species(gas)),
      root_diffusivity_{std::sqrt(gas.co2.diffusivity), std::sqrt(gas.n2.diffusivity), std::sqrt(gas.o2.diffusivity)},
      thermal_energy_(gas_constant * gas.temperature) {}

}  // namespace synovia
