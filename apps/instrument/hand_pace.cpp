#include "apps/instrument/hand_pace.hpp"

#include <cmath>

namespace synovia::instrument {

double HandPace::step(double position, double dt) {
    constexpr double fastest = 1.875;  // of w(s) = s^3 (10 - 15 s + 6 s^2), at s = 1/2
    const double speed = std::abs(position - before_) / (2.0 * dt);
    before_ = last_;
    last_ = position;
    return way_ > 0.0 && speed * longest > fastest * way_ ? fastest * way_ / speed : longest;
}

}  // namespace synovia::instrument
