#include "solver/hand.hpp"

#include <algorithm>
#include <cmath>

namespace synovia {

/// y = x0 + v0 t_b (u - u^3 + u^4/2), at rest from u = 1 on.
Hand::State Hand::braking() const {
    if (brake_ <= 0.0) return {start_, 0.0};
    const double u = std::min(elapsed_ / brake_, 1.0);
    return {start_ + start_velocity_ * brake_ * u * (1.0 - u * u * (1.0 - 0.5 * u)),
            start_velocity_ * (1.0 - u * u * (3.0 - 2.0 * u))};
}

Hand::State Hand::now() const {
    if (elapsed_ >= duration_) return {goal_, 0.0};
    const Motion<double> w = minimum_jerk(elapsed_, 0.0, duration_);
    const State y = braking();
    return {y.position + w.value * (goal_ - y.position), (1.0 - w.value) * y.velocity + w.rate * (goal_ - y.position)};
}

/// The brake ends within what x0, x1 and the end of y have spanned so far: t_b <= 2 room/|v0|.
void Hand::move_to(double position, double seconds) {
    const auto [x, v] = now();
    const auto [low, high] = std::minmax({start_, start_ + 0.5 * start_velocity_ * brake_, goal_});
    const double room = std::max(v > 0.0 ? high - x : x - low, 0.0);
    brake_ = std::min({seconds, longest_brake, v == 0.0 ? longest_brake : 2.0 * room / std::abs(v)});
    start_ = x;
    start_velocity_ = v;
    goal_ = position;
    elapsed_ = 0.0;
    duration_ = seconds;
}

HandPoint Hand::step(double dt) {
    elapsed_ = std::min(elapsed_ + dt, duration_);
    const auto [x, v] = now();
    return {x, v};
}

}  // namespace synovia
