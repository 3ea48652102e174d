#include "solver/bubble_model.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "solver/bubble_wall.hpp"
#include "solver/emission.hpp"
#include "solver/gas.hpp"
#include "solver/kinds.hpp"
#include "solver/sphere.hpp"
#include "solver/validity.hpp"

namespace synovia {
BubbleModel::BubbleModel(const Scenario& s)
    : fluid_(s.fluid),
      bubble_(s.bubble),
      far_field_(s.pressure),
      polytropic_exponent_(s.gas.polytropic_exponent),
      initial_gas_pressure_(initial_gas_pressure(s)),
      // inertial speed of a collapse under one p0, Rayleigh's scale
      velocity_scale_(std::sqrt(std::max(std::abs(s.pressure.ambient), 1.0) / s.fluid.density)),
      pressure_gain_(pressure_per_strength(medium(s), s.listener.distance)) {}

std::vector<double> BubbleModel::rest() const { return {0.0, bubble_.initial_velocity / velocity_scale_}; }

double BubbleModel::radius(std::span<const double> y, std::size_t) const {
    return bubble_.nucleus_radius * std::exp(y[0]);
}

template <class T>
T BubbleModel::gas_pressure(const T& lambda) const {
    return polytropic_pressure(initial_gas_pressure_, polytropic_exponent_, lambda);
}

template <class T>
T BubbleModel::acceleration(const T& lambda, const T& R, const T& U, const T& t) const {
    const Motion<T> p_inf = far_field_.at(t);
    const Wall<T> bubble = wall_at(fluid_, R, U, gas_pressure(lambda), p_inf.value);
    if (bubble_.equation == RadialEquation::rayleigh_plesset) return rayleigh_plesset(fluid_, bubble);
    const T p_g_rate = -3.0 * polytropic_exponent_ * bubble.p_g * U / R;
    return keller_miksis(fluid_, bubble, T(1.0 / fluid_.sound_speed), p_g_rate, p_inf.rate);
}

template <class T>
void BubbleModel::rates(std::span<const T> y, const T& t, std::span<T> dydt) const {
    using std::exp;
    const T R = bubble_.nucleus_radius * exp(y[0]);
    const T U = y[1] * velocity_scale_;
    dydt[0] = U / R;
    dydt[1] = acceleration(y[0], R, U, t) / velocity_scale_;
}

template void BubbleModel::rates(std::span<const double>, const double&, std::span<double>) const;
using BubbleDual = Dual<BubbleModel::size() + 1>;
template void BubbleModel::rates(std::span<const BubbleDual>, const BubbleDual&, std::span<BubbleDual>) const;

double BubbleModel::bubble_acceleration(double t, std::span<const double> y, std::size_t) const {
    const double R = radius(y), U = wall_velocity(y);
    return volume_acceleration(R, U, acceleration(y[0], R, U, t));
}

bool BubbleModel::vanished(std::span<const double> y) const { return radius(y) < continuum_radius; }

Sample BubbleModel::observe(double t, std::span<const double> y) const {
    assert(y.size() == size());
    Sample s;
    s.time = t;
    s.radius = radius(y);
    s.wall_velocity = wall_velocity(y);
    s.gap_pressure = far_field_.at(t).value;
    s.bubble_volume = sphere_volume(s.radius);
    const double dU = acceleration(y[0], s.radius, s.wall_velocity, t);
    s.volume_acceleration = volume_acceleration(s.radius, s.wall_velocity, dU);
    s.gas_pressure = gas_pressure(y[0]);
    s.pressure = pressure_gain_ * s.volume_acceleration;
    return s;
}

}  // namespace synovia
