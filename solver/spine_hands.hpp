// What hands do to a spine: moments on vertebrae, and the part of a thrust that opens both sides.
#pragma once
#include <array>
#include <vector>

#include "solver/hand.hpp"
#include "solver/spine_scenario.hpp"

namespace synovia {

/// Rise time of a thrust, mobilisation or twist that does not say [s].
double rise_time(const Spine& spine);
/// Muscle activation of a spine that does not say: a person who twists holds on a little [-].
double guarding(const Spine& spine);

class SpineHands {
public:
    explicit SpineHands(const Spine& spine);

    /// Moment on each vertebra at time t, T10 first; `turn` [rad] and `rate` [rad/s] are T10's [N m].
    std::array<double, spine_level_count> moments(double t, double turn, double rate) const;
    /// What both facets of a level are opened by beside the turn [m], with its rate [m/s].
    Motion<double> common_opening(std::size_t level, double t) const;

    /// Begin of what the preload, if any, precedes [s].
    double start() const { return start_; }
    /// Times at which a moment is not smooth [s].
    std::vector<double> knots() const;

private:
    Motion<double> action(double t) const;

    Spine spine_;
    double start_, rise_, sign_;
};

}  // namespace synovia
