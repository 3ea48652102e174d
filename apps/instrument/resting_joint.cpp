#include "apps/instrument/resting_joint.hpp"

#include <algorithm>
#include <cmath>

#include "solver/kinds.hpp"

namespace synovia::instrument {
namespace {

constexpr int longest_rest_s = 3600;

/// In steps of a second on stage.
double time_to_dissolve(const Scenario& scenario, ResidualBubble bubble, double scale) {
    int seconds = 0;
    for (; bubble.radius > 0.0 && seconds < longest_rest_s; ++seconds) bubble = dissolved(scenario, bubble, scale);
    return seconds;
}

}  // namespace

void RestingJoint::enable(bool enabled) {
    enabled_ = enabled;
    if (!enabled) clear();
}

void RestingJoint::after_pull(const Scenario& scenario, bool bubble, const std::array<double, 3>& gas_mol) {
    if (!enabled_ || !bubble || !row_of(scenario.kind).remembers || scenario.gas.model != GasModel::species) return;
    scenario_ = scenario;
    bubble_ = residual_bubble(scenario, gas_mol);
    if (bubble_->radius == 0.0) bubble_.reset();
    rested_in_s_ = bubble_ ? time_to_dissolve(scenario_, *bubble_, scale_) : 0.0;
}

void RestingJoint::pass(double seconds) {
    if (!bubble_) return;
    bubble_ = dissolved(scenario_, *bubble_, seconds * scale_);
    rested_in_s_ = std::max(0.0, rested_in_s_ - seconds);
    if (bubble_->radius == 0.0) bubble_.reset();
}

std::optional<double> RestingJoint::rested_in_s() const { return bubble_ ? std::optional(rested_in_s_) : std::nullopt; }

std::optional<double> RestingJoint::residual_radius() const {
    if (!bubble_) return std::nullopt;
    const double unit = std::pow(10.0, std::floor(std::log10(bubble_->radius)) - 1.0);
    return std::floor(bubble_->radius / unit) * unit;
}

}  // namespace synovia::instrument
