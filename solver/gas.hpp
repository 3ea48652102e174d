// The gas in a bubble: its pressure, how much of it there is at first, and its way through the wall.
#pragma once
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "solver/dual.hpp"
#include "solver/scenario.hpp"
#include "solver/sphere.hpp"

namespace synovia {

inline constexpr double gas_constant = 8.314462618;  ///< [J/(mol K)], CODATA 2018

/// Gas pressure of the bubble in mechanical equilibrium with its liquid at rest: p_g0 = p_rest + 2 sigma/R0 - p_v [Pa].
double equilibrium_gas_pressure(const Scenario& scenario);

/// p_g at t = 0: gas.initial_pressure, or the equilibrium [Pa].
double initial_gas_pressure(const Scenario& scenario);

/// p_g = p_g0 (R0/R)^(3 kappa) [Pa], with lambda = ln(R/R0).
template <class T>
T polytropic_pressure(double p_g0, double kappa, const T& lambda) {
    using std::exp;
    return p_g0 * exp(-3.0 * kappa * lambda);
}

/// p_g = sum n_i R_g T/V_b [Pa]; `temperature` in K.
template <class T>
T ideal_pressure(const std::array<T, 3>& n, double temperature, const T& R) {
    return (n[0] + n[1] + n[2]) * (gas_constant * temperature) / sphere_volume(R);
}

/// CO2, N2, O2.
std::array<GasSpecies, 3> species(const Gas& gas);

/// Concentration of a gas in liquid that is in equilibrium with the tissue: c_i0 = L_i pp_i/(R_g T) [mol/m3].
double tissue_concentration(const GasSpecies& species, double temperature);

/// Gas in the bubble at t = 0: p_g0 V_0/(R_g T), split like the partial pressures into CO2, N2, O2 [mol].
std::array<double, 3> initial_moles(const Scenario& scenario);

/// Radius at which a bubble with so many moles of gas is in mechanical equilibrium with a liquid at `p` [m].
double equilibrium_radius(const Scenario& scenario, double moles, double p);

/// What of a nucleus's skin lets gas through: nothing until it has grown about five times,
/// g = (1 + tanh((lambda - ln 5)/0.2))/2, which is 1/(1 + exp(-(lambda - ln 5)/0.1)); 1 to the last bit from 40 on.
template <class T>
T skin_gate(const T& lambda) {
    using std::exp;
    const T argument = (lambda - std::log(5.0)) / 0.1;
    if (value(argument) > 40.0) return T(1.0);
    return 1.0 / (1.0 + exp(-argument));
}

/// 1 + z, and below 0, where a step that goes on past the turn of a wall may look before it is cut there, what goes on
/// smoothly and stays positive: exp(z - z^2/2 + z^3/3 - z^4/4). With its slope.
template <class T>
std::array<T, 2> one_plus(const T& z) {
    using std::exp;
    if (value(z) >= 0.0) return {1.0 + z, T(1.0)};
    const T y = exp(z * (1.0 - z * (1.0 / 2.0 - z * (1.0 / 3.0 - z * (1.0 / 4.0)))));
    return {y, y * (1.0 - z * (1.0 - z * (1.0 - z)))};
}

/// Diffusion between the bubble and its liquid through a boundary layer of age s. Source: Epstein & Plesset, J. Chem.
/// Phys. 18, 1505 (1950).
class Diffusion {
public:
    explicit Diffusion(const Gas& gas);

    /// dn_i/dt = g 4 pi R^2 D_i (c_i - L_i p_i/(R_g T)) (1/R + 1/sqrt(D_i s)),  p_i = n_i R_g T_g/V  [mol/s]
    /// in a bubble of volume V; the liquid holds `c` [mol/m3], its layer 1/s = `inverse_age` [1/s]; `warmth` = T_g/T.
    template <class T>
    std::array<T, 3> rates(const T& R, const T& V, const std::array<T, 3>& n, const std::array<T, 3>& c,
                           const T& inverse_age, const T& gate, const T& warmth) const {
        using std::sqrt;
        const T inverse_root_s = sqrt(inverse_age);
        const T surface = gate * (4.0 * std::numbers::pi) * R * R;
        const T inverse_R = 1.0 / R, density = warmth / V;
        std::array<T, 3> dn;
        for (std::size_t i = 0; i < 3; ++i)
            dn[i] = surface * (c[i] - species_[i].ostwald * n[i] * density) *
                    (species_[i].diffusivity * inverse_R + root_diffusivity_[i] * inverse_root_s);
        return dn;
    }

    double root_diffusivity(std::size_t i) const { return root_diffusivity_[i]; }  ///< sqrt(D_i) [m/s^1/2]

private:
    std::array<GasSpecies, 3> species_;
    std::array<double, 3> root_diffusivity_;
};

}  // namespace synovia
