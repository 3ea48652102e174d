#include "solver/spine_reflex.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>

#include "solver/hand.hpp"

namespace synovia {
namespace {

constexpr double degree = std::numbers::pi / 180.0;
constexpr double threshold = 2.0 * degree;       // of the turn between two vertebrae [rad/s]; proposed
constexpr double full_rate = 20.0 * degree;      // beyond the threshold, at gain 1 [rad/s]; proposed
constexpr double rising = 0.06, falling = 0.25;  // [s]; proposed

}  // namespace

void SpineReflex::remember(double t, const PerLevel& rate, const PerLevel& acceleration) {
    if (gain_ > 0.0) past_.push_back({t, rate, acceleration});
}

SpineReflex::PerLevel SpineReflex::drive(double t) const {
    PerLevel drive{};
    const double then = t - latency_;
    if (past_.empty() || then <= past_.front().time) return drive;
    const auto right = std::upper_bound(past_.begin(), past_.end() - 1, then,
                                        [](double time, const Instant& instant) { return time < instant.time; });
    const Instant &a = *(right - 1), &b = *right;
    for (std::size_t j = 0; j < spine_level_count; ++j) {
        const CubicPiece piece{a.time, b.time, a.rate[j], b.rate[j], a.acceleration[j], b.acceleration[j]};
        const double excess = std::abs(piece.at(then).value) - threshold;
        drive[j] = std::min(1.0, gain_ * std::max(0.0, excess) / full_rate);
    }
    return drive;
}

double SpineReflex::activation_rate(double drive, double activation) {
    return (drive - activation) / (drive > activation ? rising : falling);
}

}  // namespace synovia
