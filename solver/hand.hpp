// The hand's motion in time: the ramps of a preset, and a hand that is steered from outside.
#pragma once
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

/// How long letting go takes [s].
inline double release_ramp(const Traction& traction) { return traction.release_ramp.value_or(traction.rise_time); }

/// The fraction w(t) of the full traction: ramp up at 0, ramp down from release_time on.
template <class T>
Motion<T> traction_profile(const Traction& traction, const T& t) {
    Motion<T> w = minimum_jerk(t, 0.0, traction.rise_time);
    if (!traction.release_time) return w;
    const Motion<T> release = minimum_jerk(t, *traction.release_time, release_ramp(traction));
    return {w.value - release.value, w.rate - release.rate, w.acceleration - release.acceleration};
}

/// Times at which the profile is not smooth [s].
inline std::vector<double> traction_knots(const Traction& traction) {
    std::vector<double> knots{traction.rise_time};
    if (traction.release_time)
        knots.insert(knots.end(), {*traction.release_time, *traction.release_time + release_ramp(traction)});
    return knots;
}

/// Where the hand is, or for traction.kind = "gap" the bone, measured from rest.
struct HandPoint {
    double position = 0.0;           ///< [m]
    std::optional<double> velocity;  ///< [m/s]; absent: the mean velocity since the last point
    /// The time that the pull under way takes to rise, as the firing law sees it [s]; absent: as before, at first the
    /// scenario's own.
    std::optional<double> rise_time = {};
};

/// A hand on its way to a goal x1 within T. Sent elsewhere on its way, it brakes while it turns:
///   x = (1 - w(t/T)) y + w(t/T) x1,  w = s^3 (10 - 15 s + 6 s^2)  (Flash & Hogan, J. Neurosci. 5, 1688 (1985)),
/// where y goes on from x0 with v0 and comes to rest within t_b: y' = v0 (1 - 3 u^2 + 2 u^3), u = t/t_b. From rest this
/// is the ramp of a preset. Position and velocity are continuous, however often and wherever it is sent:
/// - x lies between x0, x1 and the end of y, a mean of two of them with weights 1 - w and w. So the hand goes past x0
/// and
///   x1 by |v0| t_b/2 at most, which is less than 10 ms at v0, and nowhere that its way before would not have led it.
/// - |x'| <= 10 R/T, R the width of all goals and T the shortest time so far. For with h = 1 - 3 u^2 + 2 u^3, which for
///   t_b <= T is no more than at u = s, a speed within V = 10 R/T stays there: |x'| <= h (1 - w) V + w' R/T, and w'/10
///   = 3 s^2 (1 - s)^2 <= 3 s^2 - 2 s^3 <= 1 - h (1 - w).
class Hand {
public:
    static constexpr double longest_brake = 0.02;  ///< t_b [s]; less where T or the way is shorter

    /// From where it is, within `seconds`. Precondition: seconds > 0.
    void move_to(double position, double seconds);
    /// Position [m] and velocity [m/s] after another `dt` seconds.
    HandPoint step(double dt);
    bool moving() const { return elapsed_ < duration_; }
    double position() const { return now().position; }  ///< [m]

private:
    struct State {
        double position, velocity;
    };
    State now() const;
    State braking() const;

    double start_ = 0.0, start_velocity_ = 0.0, brake_ = 0.0;  // x0, v0, t_b
    double goal_ = 0.0, elapsed_ = 0.0, duration_ = 0.0;       // x1, t, T
};

}  // namespace synovia
