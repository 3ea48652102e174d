// Muscles that answer a fast turn, late.
#pragma once
#include <array>
#include <vector>

#include "solver/spine_levels.hpp"

namespace synovia {

/// The stretch reflex of each segment: e = min(1, g_R max(0, |dtheta/dt| - 2 deg/s)/(20 deg/s)), felt after a latency.
/// Remembers how fast the segments turned; between the remembered instants the rate is a cubic.
class SpineReflex {
public:
    using PerLevel = std::array<double, spine_level_count>;

    SpineReflex(double gain, double latency) : gain_(gain), latency_(latency) {}

    /// The segments turn at `rate` [rad/s] and this changes at `acceleration` [rad/s2]. Precondition: t increases.
    void remember(double t, const PerLevel& rate, const PerLevel& acceleration);
    /// Drive of the muscles at time t, 0..1: 0 before the first turn arrives. Precondition: t - latency is remembered.
    PerLevel drive(double t) const;
    /// da_r/dt = (e - a_r)/tau, tau 60 ms rising, 250 ms falling [1/s].
    static double activation_rate(double drive, double activation);

    double latency() const { return latency_; }  ///< [s]

private:
    struct Instant {
        double time;
        PerLevel rate, acceleration;
    };
    double gain_, latency_;
    std::vector<Instant> past_;
};

}  // namespace synovia
