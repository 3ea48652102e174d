// The wall of a bubble: the pressures on it and the equations of its motion.
#pragma once
#include "solver/rheology.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// A bubble's wall at one instant and what presses on it. T is double or Dual.
template <class T>
struct Wall {
    T R, U;           ///< radius [m], velocity [m/s]
    T p_g, p;         ///< gas in the bubble, liquid far from its wall [Pa]
    Viscosity<T> mu;  ///< of the liquid at the wall (wall_viscosity())
};

/// The wall with the viscosity that its motion brings about.
template <class T>
Wall<T> wall_at(const Fluid& fluid, const T& R, const T& U, const T& p_g, const T& p) {
    return {R, U, p_g, p, wall_viscosity(fluid, R, U)};
}

/// p_B = p_g + p_v - 2 sigma/R - 4 mu U/R, pressure of the liquid at the wall [Pa].
template <class T>
T wall_pressure(const Fluid& fluid, const Wall<T>& w) {
    return w.p_g + fluid.vapour_pressure - (2.0 * fluid.surface_tension + 4.0 * w.mu.mu * w.U) / w.R;
}

/// dU/dt [m/s2] from Rayleigh-Plesset: R dU/dt + 3/2 U^2 = (p_B - p)/rho.
/// Source: Plesset & Prosperetti, Annu. Rev. Fluid Mech. 9, 145 (1977).
template <class T>
T rayleigh_plesset(const Fluid& fluid, const Wall<T>& w) {
    return ((wall_pressure(fluid, w) - w.p) / fluid.density - 1.5 * w.U * w.U) / w.R;
}

/// dU/dt [m/s2] from Keller-Miksis:
///   (1 - U/c) R dU/dt + 3/2 (1 - U/3c) U^2 = (1 + U/c)(p_B - p)/rho + R/(rho c) d(p_B - p)/dt.
/// The dU/dt inside dp_B/dt is solved for: d(mu U/R)/dt = (mu + gamma mu')(dU/dt/R - U^2/R^2).
/// `slowness` = 1/c [s/m], less where sound is cancelled; `p_g_rate` = dp_g/dt, `p_rate` = dp/dt [Pa/s].
/// Source: Keller & Miksis, J. Acoust. Soc. Am. 68, 628 (1980).
template <class T>
T keller_miksis(const Fluid& fluid, const Wall<T>& w, const T& slowness, const T& p_g_rate, const T& p_rate) {
    const double rho = fluid.density, sigma = fluid.surface_tension;
    const T &R = w.R, &U = w.U;
    const T excess = wall_pressure(fluid, w) - w.p, mach = slowness * U;
    const T M = w.mu.mu + w.mu.mu_gamma;
    const T excess_rate = p_g_rate + (2.0 * sigma + 4.0 * M * U) * U / (R * R) - p_rate;  // but for dU/dt
    const T right = ((1.0 + mach) * excess + slowness * R * excess_rate) / rho - 1.5 * (1.0 - mach / 3.0) * U * U;
    return right / ((1.0 - mach) * R + 4.0 * M * slowness / rho);
}

}  // namespace synovia
