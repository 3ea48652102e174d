// The hand's motion in time: the ramps of a preset, and a hand that is steered from outside.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "solver/dual.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// A quantity with its first two time derivatives.
template <class T>
struct Motion {
    T value{0.0}, rate{0.0}, acceleration{0.0};
};

/// The quintic ramp from 0 to 1 that starts at `start` and takes `rise`: w = s^3 (10 - 15 s + 6 s^2), s in [0, 1].
/// Value, rate and acceleration are continuous. Source: minimum-jerk movement, Flash & Hogan, J. Neurosci. 5, 1688
/// (1985).
template <class T>
Motion<T> minimum_jerk(const T& t, double start, double rise) {
    const T s = (t - start) / rise;
    if (value(s) <= 0.0) return {};
    if (value(s) >= 1.0) return {T(1.0), T(0.0), T(0.0)};
    return {s * s * s * (10.0 + s * (6.0 * s - 15.0)), 30.0 * s * s * (1.0 - s) * (1.0 - s) / rise,
            60.0 * s * (1.0 - s) * (1.0 - 2.0 * s) / (rise * rise)};
}

/// Cubic Hermite piece from (t0, x0, v0) to (t1, x1, v1); before and after it the motion stays at its ends.
struct CubicPiece {
    double t0 = 0, t1 = 0, x0 = 0, x1 = 0, v0 = 0, v1 = 0;

    template <class T>
    Motion<T> at(const T& t) const {
        const double h = t1 - t0;
        if (h <= 0.0 || value(t) > t1) return {T(x1), T(0.0), T(0.0)};
        const T s = (t - t0) / h;
        const double c2 = 3.0 * (x1 - x0) - h * (2.0 * v0 + v1);
        const double c3 = h * (v0 + v1) - 2.0 * (x1 - x0);
        return {x0 + s * (h * v0 + s * (c2 + s * c3)), (h * v0 + s * (2.0 * c2 + 3.0 * s * c3)) / h,
                (2.0 * c2 + 6.0 * s * c3) / (h * h)};
    }
};

/// The fraction w(t) of the full traction: ramp up at 0, the same ramp down from release_time on.
template <class T>
Motion<T> traction_profile(const Traction& traction, const T& t) {
    Motion<T> w = minimum_jerk(t, 0.0, traction.rise_time);
    if (!traction.release_time) return w;
    const Motion<T> release = minimum_jerk(t, *traction.release_time, traction.rise_time);
    return {w.value - release.value, w.rate - release.rate, w.acceleration - release.acceleration};
}

/// Times at which the profile is not smooth [s].
inline std::vector<double> traction_knots(const Traction& traction) {
    std::vector<double> knots{traction.rise_time};
    if (traction.release_time)
        knots.insert(knots.end(), {*traction.release_time, *traction.release_time + traction.rise_time});
    return knots;
}

/// Where the hand is, or for traction.kind = "gap" the bone, measured from rest.
struct HandPoint {
    double position = 0.0;           ///< [m]
    std::optional<double> velocity;  ///< [m/s]; absent: the mean velocity since the last point
};

/// A hand on its way from one place to another with the least jerk that where it is, how fast it moves and how fast
/// that changes allow: x = x0 + v0 t + a0 t^2/2 + c3 t^3 + c4 t^4 + c5 t^5, at rest at the end (Flash & Hogan, J.
/// Neurosci. 5, 1688 (1985)). From rest this is w = s^3 (10 - 15 s + 6 s^2), as in a preset.
class Hand {
public:
    /// From where it is, within `seconds`. Precondition: seconds > 0.
    void move_to(double position, double seconds);
    /// Position [m] and velocity [m/s] after another `dt` seconds.
    HandPoint step(double dt);
    bool moving() const { return elapsed_ < duration_; }
    double position() const { return now()[0]; }  ///< [m]

private:
    std::array<double, 3> now() const;  // position, velocity, acceleration

    std::array<double, 6> polynomial_{};  // in seconds since the last move_to()
    double goal_ = 0.0, elapsed_ = 0.0, duration_ = 0.0;
};

}  // namespace synovia
