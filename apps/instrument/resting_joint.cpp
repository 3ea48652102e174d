#include "apps/instrument/resting_joint.hpp"

#include <cmath>

#include "solver/kinds.hpp"

namespace synovia::instrument {

void RestingJoint::enable(bool enabled) {
    enabled_ = enabled;
    if (!enabled) clear();
}

void RestingJoint::after_pull(const Scenario& scenario, bool bubble, const std::array<double, 3>& gas_mol) {
    if (!enabled_ || !bubble || !row_of(scenario.kind).remembers || scenario.gas.model != GasModel::species) return;
    scenario_ = scenario;
    bubble_ = residual_bubble(scenario, gas_mol);
    if (bubble_->radius == 0.0) bubble_.reset();
}

void RestingJoint::pass(double seconds) {
    if (!bubble_) return;
    bubble_ = dissolved(scenario_, *bubble_, seconds * scale_);
    if (bubble_->radius == 0.0) bubble_.reset();
}

std::optional<double> RestingJoint::residual_radius() const {
    if (!bubble_) return std::nullopt;
    const double unit = std::pow(10.0, std::floor(std::log10(bubble_->radius)) - 1.0);
    return std::floor(bubble_->radius / unit) * unit;
}

}  // namespace synovia::instrument
