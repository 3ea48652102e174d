#include "solver/hand.hpp"

#include <algorithm>

namespace synovia {

std::array<double, 3> Hand::now() const {
    if (elapsed_ >= duration_) return {goal_, 0.0, 0.0};
    double x = 0.0, v = 0.0, half_a = 0.0;  // Horner's rule, with derivatives
    for (std::size_t i = polynomial_.size(); i-- > 0;) {
        half_a = half_a * elapsed_ + v;
        v = v * elapsed_ + x;
        x = x * elapsed_ + polynomial_[i];
    }
    return {x, v, 2.0 * half_a};
}

void Hand::move_to(double position, double seconds) {
    const auto [x0, v0, a0] = now();
    const double T = seconds, d = position - x0, v = v0 * T, a = a0 * T * T;
    polynomial_ = {x0,
                   v0,
                   0.5 * a0,
                   (10.0 * d - 6.0 * v - 1.5 * a) / (T * T * T),
                   (-15.0 * d + 8.0 * v + 1.5 * a) / (T * T * T * T),
                   (6.0 * d - 3.0 * v - 0.5 * a) / (T * T * T * T * T)};
    goal_ = position;
    elapsed_ = 0.0;
    duration_ = seconds;
}

HandPoint Hand::step(double dt) {
    elapsed_ = std::min(elapsed_ + dt, duration_);
    const auto [x, v, a] = now();
    return {x, v};
}

}  // namespace synovia
