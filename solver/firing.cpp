#include "solver/firing.hpp"

#include <algorithm>

#include "solver/blake.hpp"

namespace synovia {
namespace {

/// The rise that bubble.strength_pa belongs to [s], and how far the law is followed from there; calibrated.
constexpr double usual_rise = 0.15, slowest = 0.15, fastest = 2.5;

}  // namespace

FiringLaw::FiringLaw(const Scenario& s, std::size_t k, std::size_t pockets, double share)
    : kind_(s.bubble.firing),
      p_rest_(s.joint.resting_pressure),
      limit_pressure_(kind_ == Firing::threshold ? s.bubble.firing_pressures[k] : blake_threshold(s)),
      resting_strength_(s.bubble.strength),
      exponent_(s.bubble.strength_exponent),
      relative_spread_(s.bubble.strength_spread),
      rate_(s.bubble.strength_rate * std::pow(static_cast<double>(pockets) * share, s.bubble.strength_area_exponent)) {
    if (kind_ == Firing::rate) draw_ = s.bubble.strength_draws[k];
    set_rise(s.traction.rise_time);
}

void FiringLaw::set_rise(double rise_time) {
    strength_ = resting_strength_ * std::pow(std::clamp(usual_rise / rise_time, slowest, fastest), exponent_);
    spread_ = relative_spread_ * strength_;
    at_rest_ = std::exp((-strength_ - p_rest_) / spread_);
}

double FiringLaw::strain(double hazard, double p_c) const {
    return kind_ == Firing::rate ? hazard / draw_ - 1.0 : tension(p_c);
}

bool FiringLaw::weaker_than(const FiringLaw& other) const {
    return kind_ == Firing::rate ? rate_ / draw_ > other.rate_ / other.draw_ : limit_pressure_ > other.limit_pressure_;
}

/// H = nu (N w)^gamma exp[(-S - p)/dp] T = E, the rate at rest left out.
double FiringLaw::firing_pressure(double seconds) const {
    if (kind_ != Firing::rate) return limit_pressure_;
    return std::min(limit_pressure_, -strength_ - spread_ * std::log(draw_ / (rate_ * seconds)));
}

/// A pressure lower by d at all times makes the hazard exp(d/dp) times as large.
double FiringLaw::distance(double hazard, double lowest) const {
    const double above = lowest - limit_pressure_;
    return kind_ == Firing::rate ? std::max(above, spread_ * std::log(draw_ / hazard)) : above;
}

}  // namespace synovia
