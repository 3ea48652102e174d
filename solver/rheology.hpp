// Viscosity of the liquid as a function of the shear rate.
#pragma once
#include <cmath>

#include "solver/scenario.hpp"

namespace synovia {

template <class T>
struct Viscosity {
    T mu;         ///< [Pa s]
    T mu_gamma;   ///< gamma d mu/d gamma [Pa s]
    T mu_gamma2;  ///< gamma d mu_gamma/d gamma [Pa s]
};

/// newtonian: mu.  Carreau: mu = mu_inf + (mu0 - mu_inf) (1 + (tau gamma)^2)^((n-1)/2).
/// gamma >= 0 [1/s]. Source: Carreau, Trans. Soc. Rheol. 16, 99 (1972).
template <class T>
Viscosity<T> viscosity(const Fluid& fluid, const T& gamma) {
    using std::pow;
    if (fluid.rheology == Rheology::newtonian) return {T(fluid.viscosity), T(0.0), T(0.0)};
    const double mu_inf = fluid.infinite_shear_viscosity;
    const double n = fluid.carreau_index;
    const T g2 = (fluid.carreau_time * gamma) * (fluid.carreau_time * gamma);
    const T thinning = (fluid.zero_shear_viscosity - mu_inf) * pow(1.0 + g2, 0.5 * (n - 1.0));
    const T share = g2 / (1.0 + g2);
    const T slope = (n - 1.0) * thinning * share;
    return {mu_inf + thinning, slope, slope * ((n - 1.0) * share + 2.0 * (1.0 - share))};
}

/// Viscous normal stress at the wall of a bubble, 4 mu(gamma) U/R with gamma = 2 sqrt(3) |U|/R, as the viscosity at
/// that strain rate (physics: Rayleigh-Plesset, generalised Newtonian liquid).
template <class T>
Viscosity<T> wall_viscosity(const Fluid& fluid, const T& R, const T& U) {
    using std::abs;
    constexpr double two_sqrt3 = 3.4641016151377545871;
    return viscosity(fluid, T(two_sqrt3 * abs(U) / R));
}

}  // namespace synovia
