#include "apps/instrument/resting_joint.hpp"

#include <algorithm>
#include <cmath>

#include "solver/dissolution.hpp"
#include "solver/kinds.hpp"

namespace synovia::instrument {
namespace {

constexpr double longest_rest_s = 3600.0;

bool holds_gas(const JointStart& left) {
    return std::any_of(left.begin(), left.end(), [](const PocketStart& pocket) {
        return std::any_of(pocket.moles.begin(), pocket.moles.end(), [](double n) { return n > 0.0; });
    });
}

double rounded_down(double x) {
    if (!(x > 0.0)) return 0.0;
    const double unit = std::pow(10.0, std::floor(std::log10(x)) - 1.0);
    return std::floor(x / unit) * unit;
}

}  // namespace

void RestingJoint::enable(bool enabled) {
    enabled_ = enabled;
    if (!enabled) clear();
}

void RestingJoint::after_pull(const Scenario& joint, bool bubble, const JointStart& left_over) {
    if (!enabled_ || !bubble || !row_of(joint.kind).remembers || joint.gas.model != GasModel::species) return;
    scenario_ = joint;
    left_ = rested(joint, left_over, 0.0);
    if (!holds_gas(left_)) clear();
    rested_in_s_ = time_until_gone(joint, left_, longest_rest_s * scale_) / scale_;
}

void RestingJoint::pass(double seconds) {
    if (left_.empty()) return;
    left_ = rested(scenario_, left_, seconds * scale_);
    rested_in_s_ = std::max(0.0, rested_in_s_ - seconds);
    if (!holds_gas(left_)) clear();
}

std::optional<double> RestingJoint::rested_in_s() const {
    return left_.empty() ? std::nullopt : std::optional(rested_in_s_);
}

JointStart RestingJoint::left() const {
    JointStart left = left_;
    for (PocketStart& pocket : left) {
        std::transform(pocket.moles.begin(), pocket.moles.end(), pocket.moles.begin(), rounded_down);
        std::transform(pocket.dissolved.begin(), pocket.dissolved.end(), pocket.dissolved.begin(), rounded_down);
        pocket.layer_age = rounded_down(pocket.layer_age);
    }
    return left;
}

std::optional<double> RestingJoint::residual_radius() const {
    return left_.empty() ? std::nullopt : std::optional(largest_residue(scenario_, left_));
}

}  // namespace synovia::instrument
