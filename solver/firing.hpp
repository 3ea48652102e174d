// When a sleeping nucleus lets go: at a given pressure, or at a tension that grows with the rate of loading.
#pragma once
#include <cmath>
#include <limits>

#include "solver/dual.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// One pocket's law. Source: solver/README.md, "Firing".
class FiringLaw {
public:
    /// Of pocket `k` of `pockets` with this share.
    FiringLaw(const Scenario& scenario, std::size_t k, std::size_t pockets, double share);

    /// The time in which the pull rises [s], for the strength S = S0 clamp(0.15 s/rise, 0.15, 2.5)^n.
    void set_rise(double rise_time);

    /// firing "rate": dH/dt = nu (N w)^gamma { exp[(-S - p_c)/dp] - exp[(-S - p_rest)/dp] } where p_c < p_rest, else 0
    /// [1/s]; 0 for the others. T is double or Dual.
    template <class T>
    T hazard_rate(const T& p_c) const {
        using std::exp;
        if (kind_ != Firing::rate || !(value(p_c) < p_rest_)) return T(0.0);
        return rate_ * (exp((-strength_ - p_c) / spread_) - at_rest_);
    }
    /// d(dH/dt)/dp_c [1/(Pa s)]
    double hazard_slope(double p_c) const {
        if (kind_ != Firing::rate || !(p_c < p_rest_)) return 0.0;
        return -rate_ / spread_ * std::exp((-strength_ - p_c) / spread_);
    }
    /// Could the nucleus fire, were the pressure low enough?
    bool ripe(double hazard) const { return kind_ == Firing::threshold || (kind_ == Firing::rate && hazard >= draw_); }
    /// >= 0 once the nucleus fires. Continuous in both: for threshold (p_f - p_c)/p_rest; for rate the lesser of
    /// H/E - 1 and (p_Blake - p_c)/p_rest.
    double excess(double hazard, double p_c) const;

private:
    Firing kind_;
    double p_rest_, limit_pressure_, draw_ = std::numeric_limits<double>::infinity();
    double resting_strength_, exponent_, relative_spread_;
    double rate_, strength_ = 0.0, spread_ = 1.0, at_rest_ = 0.0;
};

}  // namespace synovia
