// A bubble in a free liquid under a given far-field pressure: Rayleigh-Plesset or Keller-Miksis.
#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "solver/dual.hpp"
#include "solver/far_field.hpp"
#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

class BubbleModel {
public:
    static constexpr std::size_t size = 2;  ///< scaled state: ln(R/R0), U/U_ref

    explicit BubbleModel(const Scenario& scenario);

    /// Scaled state at t = 0 (shape: size).
    std::array<double, size> rest() const;
    std::vector<double> knots() const { return far_field_.knots(); }

    /// Rates of the scaled state (shape: size) at time t [s]. T is double or Dual.
    template <class T>
    std::array<T, size> rates(const std::array<T, size>& y, const T& t) const;

    /// Observables; `y` has shape size.
    Sample observe(double t, std::span<const double> y) const;
    double radius(std::span<const double> y) const;
    double wall_velocity(std::span<const double> y) const { return y[1] * velocity_scale_; }
    double gap_rate(double, std::span<const double>) const { return 0.0; }

private:
    template <class T>
    T gas_pressure(const T& lambda) const;
    template <class T>
    T acceleration(const T& lambda, const T& R, const T& U, const T& t) const;

    Fluid fluid_;
    Bubble bubble_;
    FarField far_field_;
    double polytropic_exponent_, initial_gas_pressure_, velocity_scale_, pressure_gain_;
};

}  // namespace synovia
