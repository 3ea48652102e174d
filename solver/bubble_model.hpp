// A bubble in a free liquid under a given far-field pressure: Rayleigh-Plesset or Keller-Miksis.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "solver/dense_linearisation.hpp"
#include "solver/dual.hpp"
#include "solver/far_field.hpp"
#include "solver/no_watch.hpp"
#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

class BubbleModel {
public:
    static constexpr std::size_t size() { return 2; }  ///< scaled state: ln(R/R0), U/U_ref
    using Linearisation = DenseLinearisation<BubbleModel>;
    using Watch = NoWatch;

    explicit BubbleModel(const Scenario& scenario);

    /// Scaled state at t = 0 (shape: size).
    std::vector<double> rest() const;
    std::vector<double> knots() const { return far_field_.knots(); }

    /// Rates of the scaled state (shapes: size) at time t [s]. T is double or Dual.
    template <class T>
    void rates(std::span<const T> y, const T& t, std::span<T> dydt) const;

    /// Observables; `y` has shape size.
    Sample observe(double t, std::span<const double> y) const;
    std::size_t pockets() const { return 1; }
    std::size_t place(std::size_t) const { return 0; }
    double radius(std::span<const double> y, std::size_t = 0) const;
    double wall_velocity(std::span<const double> y, std::size_t = 0) const { return y[1] * velocity_scale_; }
    double bubble_acceleration(double t, std::span<const double> y, std::size_t = 0) const;  ///< d2V/dt2 [m3/s2]
    double largest_radius(std::span<const double> y) const { return radius(y); }
    double gap_rate(double, std::span<const double>) const { return 0.0; }
    bool vanished(std::span<const double> y) const;

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
