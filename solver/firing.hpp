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
    /// May the nucleus change at all, whatever its pressure: torn by now, or given a threshold?
    bool due(double hazard) const { return kind_ == Firing::threshold || (kind_ == Firing::rate && hazard >= draw_); }
    /// >= 0 once the skin of a sleeping nucleus tears: rate H/E - 1, threshold (p_f - p_c)/p_rest.
    double strain(double hazard, double p_c) const;
    /// >= 0 once nothing but its skin could hold the nucleus: (p_limit - p_c)/p_rest with p_f or Blake's threshold.
    double tension(double p_c) const { return (limit_pressure_ - p_c) / p_rest_; }
    /// Does this nucleus fire before the other where both feel the same pressure?
    bool weaker_than(const FiringLaw& other) const;
    /// The pressure that, held for so long [s], fires it [Pa].
    double firing_pressure(double seconds) const;
    /// By how much the pressure stayed too high: `lowest` its lowest value, `hazard` what it came to [Pa].
    double distance(double hazard, double lowest) const;
    /// Does it fire when its skin tears, without waiting for more tension?
    bool fires_at_once(double p_c) const { return kind_ == Firing::threshold || p_c < limit_pressure_; }

private:
    Firing kind_;
    double p_rest_, limit_pressure_, draw_ = std::numeric_limits<double>::infinity();
    double resting_strength_, exponent_, relative_spread_;
    double rate_, strength_ = 0.0, spread_ = 1.0, at_rest_ = 0.0;
};

}  // namespace synovia
