// What an earlier pop left in the joint, between one pull and the next.
#pragma once
#include <array>
#include <optional>

#include "solver/dissolution.hpp"
#include "solver/scenario.hpp"

namespace synovia::instrument {

/// The refractory state. On stage time runs faster: `minutes_per_second` of rest pass in each second.
class RestingJoint {
public:
    explicit RestingJoint(bool enabled, double minutes_per_second = 1.0)
        : enabled_(enabled), scale_(60.0 * minutes_per_second) {}

    bool enabled() const { return enabled_; }
    /// A joint without memory is a rested one.
    void enable(bool enabled);

    /// The joint was pulled: a bubble, new or old, stays behind with this gas. Nothing pulled out of a rested joint
    /// leaves it rested. Free bubbles and polytropic gas have no memory.
    void after_pull(const Scenario& scenario, bool bubble, const std::array<double, 3>& gas_mol);

    /// Time goes by [s on stage].
    void pass(double seconds);

    /// The rest key: the bubble is gone.
    void clear() { bubble_.reset(); }

    /// Of the bubble the next pull starts from [m], rounded down to two digits so that takes can be made ahead.
    std::optional<double> residual_radius() const;

private:
    bool enabled_;
    double scale_;
    Scenario scenario_;
    std::optional<ResidualBubble> bubble_;
};

}  // namespace synovia::instrument
