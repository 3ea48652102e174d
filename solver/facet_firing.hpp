// When the first nucleus of a facet lets go, as the chain sees it.
#pragma once
#include <algorithm>

#include "solver/firing.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// The firing law of the pocket that gives way first. All pockets of a facet share one pressure until then, so that it
/// is the same one however the facet is opened; the pull of the film at the nucleus is left out.
class FacetFiring {
public:
    /// Precondition: the joint is drawn (draw.hpp).
    explicit FacetFiring(const Scenario& joint);

    /// Does a nucleus wear out under tension (firing "rate")?
    bool wears() const { return wears_; }
    /// dH/dt [1/s]
    double wear_rate(double p) const { return law_.hazard_rate(p); }
    /// Falls through zero where the nucleus fires that is worn so far; in shares of the resting pressure, or of H.
    double margin(double wear, double p) const { return -std::min(law_.strain(wear, p), law_.tension(p)); }
    /// The pressure that fires it if it lasts as long as the pull rises [Pa].
    double limit_pressure() const { return limit_pressure_; }
    /// By how much the pressure stayed too high to fire it [Pa].
    double distance(double wear, double lowest) const { return law_.distance(wear, lowest); }

private:
    FiringLaw law_;
    bool wears_;
    double limit_pressure_;
};

}  // namespace synovia
