// What an earlier pop left in the joint, between one pull and the next.
#pragma once
#include <optional>

#include "solver/joint_start.hpp"
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

    /// The joint, drawn, was pulled: bubbles, new or old, stay behind with this gas. Nothing pulled out of a rested
    /// joint leaves it rested. Free bubbles and polytropic gas have no memory.
    void after_pull(const Scenario& joint, bool bubble, const JointStart& left_over);

    /// Time goes by [s on stage].
    void pass(double seconds);

    /// The rest key: the bubble is gone.
    void clear() { left_.clear(); }

    /// How long it will take to forget by itself [s on stage], at most an hour; absent: there is nothing to forget.
    std::optional<double> rested_in_s() const;

    /// What the next pull starts with, rounded down to two digits so that takes can be made ahead; empty: rested.
    JointStart left() const;
    /// Of the largest bubble in it [m]; absent: there is none.
    std::optional<double> residual_radius() const;

private:
    bool enabled_;
    double scale_;
    Scenario scenario_;
    JointStart left_;
    double rested_in_s_ = 0.0;
};

}  // namespace synovia::instrument
