#include "solver/bubble_model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "solver/rheology.hpp"
#include "solver/source.hpp"

namespace synovia {
namespace {

constexpr double pi = std::numbers::pi;

/// p_g0 = p0 + 2 sigma/R0 - p_v [Pa]
double equilibrium_gas_pressure(const Scenario& s) {
    return s.pressure.ambient + 2.0 * s.fluid.surface_tension / s.bubble.nucleus_radius - s.fluid.vapour_pressure;
}

}  // namespace

BubbleModel::BubbleModel(const Scenario& s)
    : fluid_(s.fluid),
      bubble_(s.bubble),
      far_field_(s.pressure),
      polytropic_exponent_(s.gas.polytropic_exponent),
      initial_gas_pressure_(s.gas.initial_pressure.value_or(equilibrium_gas_pressure(s))),
      // inertial speed of a collapse under one p0, Rayleigh's scale
      velocity_scale_(std::sqrt(std::max(std::abs(s.pressure.ambient), 1.0) / s.fluid.density)),
      pressure_gain_(pressure_per_strength(s)) {}

std::array<double, BubbleModel::size> BubbleModel::rest() const {
    return {0.0, bubble_.initial_velocity / velocity_scale_};
}

double BubbleModel::radius(std::span<const double> y) const { return bubble_.nucleus_radius * std::exp(y[0]); }

/// p_g = p_g0 (R0/R)^(3 kappa)
template <class T>
T BubbleModel::gas_pressure(const T& lambda) const {
    using std::exp;
    return initial_gas_pressure_ * exp(-3.0 * polytropic_exponent_ * lambda);
}

/// dU/dt from
///   Rayleigh-Plesset: R dU/dt + 3/2 U^2 = (p_B - p_inf)/rho
///   Keller-Miksis:    (1 - U/c) R dU/dt + 3/2 (1 - U/3c) U^2 = (1 + U/c)(p_B - p_inf)/rho + R/(rho c) d(p_B -
///   p_inf)/dt
/// with p_B = p_g + p_v - 2 sigma/R - 4 mu(gamma) U/R. The dU/dt inside dp_B/dt is solved for:
///   d(mu U/R)/dt = (mu + gamma mu') (dU/dt/R - U^2/R^2).
/// Source: Keller & Miksis, J. Acoust. Soc. Am. 68, 628 (1980).
template <class T>
T BubbleModel::acceleration(const T& lambda, const T& R, const T& U, const T& t) const {
    const double rho = fluid_.density, sigma = fluid_.surface_tension, c = fluid_.sound_speed;
    const T p_g = gas_pressure(lambda);
    const Viscosity<T> mu = wall_viscosity(fluid_, R, U);
    const Motion<T> p_inf = far_field_.at(t);
    const T excess = p_g + fluid_.vapour_pressure - (2.0 * sigma + 4.0 * mu.mu * U) / R - p_inf.value;
    if (bubble_.equation == RadialEquation::rayleigh_plesset) return (excess / rho - 1.5 * U * U) / R;
    const T M = mu.mu + mu.mu_gamma;
    const T excess_rate = (2.0 * sigma / R - 3.0 * polytropic_exponent_ * p_g) * U / R + 4.0 * M * U * U / (R * R) -
                          p_inf.rate;  // without its dU/dt term
    const T right = (1.0 + U / c) * excess / rho + R * excess_rate / (rho * c) - 1.5 * (1.0 - U / (3.0 * c)) * U * U;
    return right / ((1.0 - U / c) * R + 4.0 * M / (rho * c));
}

template <class T>
std::array<T, BubbleModel::size> BubbleModel::rates(const std::array<T, size>& y, const T& t) const {
    using std::exp;
    const T R = bubble_.nucleus_radius * exp(y[0]);
    const T U = y[1] * velocity_scale_;
    return {U / R, acceleration(y[0], R, U, t) / velocity_scale_};
}

template std::array<double, BubbleModel::size> BubbleModel::rates(const std::array<double, size>&, const double&) const;
using BubbleDual = Dual<BubbleModel::size + 1>;
template std::array<BubbleDual, BubbleModel::size> BubbleModel::rates(const std::array<BubbleDual, size>&,
                                                                      const BubbleDual&) const;

Sample BubbleModel::observe(double t, std::span<const double> y) const {
    assert(y.size() == size);
    Sample s;
    s.time = t;
    s.radius = radius(y);
    s.wall_velocity = wall_velocity(y);
    s.gap_pressure = far_field_.at(t).value;
    s.bubble_volume = 4.0 / 3.0 * pi * s.radius * s.radius * s.radius;
    const double dU = acceleration(y[0], s.radius, s.wall_velocity, t);
    s.volume_acceleration = 4.0 * pi * s.radius * (2.0 * s.wall_velocity * s.wall_velocity + s.radius * dU);
    s.gas_pressure = gas_pressure(y[0]);
    s.pressure = pressure_gain_ * s.volume_acceleration;
    return s;
}

}  // namespace synovia
