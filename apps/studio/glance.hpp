// What the eye can follow of a run: lowest and highest values of short spans of time.
#pragma once
#include <vector>

#include "solver/trajectory.hpp"

namespace synovia::studio {

inline constexpr int glances_per_second = 200;

struct Range {
    double low = 0.0, high = 0.0;

    void include(double x);
    void include(const Range& other);
    bool operator==(const Range&) const = default;
};

/// One span of 1/200 s.
struct Glance {
    Range gap;       ///< [m]; of a free bubble 0
    Range pressure;  ///< of the liquid in the gap, or far from a free bubble [Pa]
    Range radius;    ///< [m]
    bool operator==(const Glance&) const = default;
};

/// The spans from the beginning of the trajectory to its end, at least one; the last may be cut short.
std::vector<Glance> glances(const Trajectory& trajectory);

/// What a joint at rest looks like, with this bubble [m].
Glance resting_glance(const Scenario& scenario, double radius);

}  // namespace synovia::studio
