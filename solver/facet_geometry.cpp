#include "solver/facet_geometry.hpp"

#include <cmath>

#include "solver/elementary.hpp"
#include "solver/softplus.hpp"

namespace synovia {

using elementary::cos, elementary::sin;

/// G1 = (X cos alpha + Y sin alpha) cos tau,  G2 = 2 Y sin alpha cos tau  [m/rad]
FacetGeometry::FacetGeometry(const FacetPlace& p, double contact_angle, double resting_gap, double scale)
    : gain_(scale * (p.behind * cos(p.angle) + p.sideways * sin(p.angle)) * cos(p.tilt)),
      pivot_gain_(scale * 2.0 * p.sideways * sin(p.angle) * cos(p.tilt)),
      contact_angle_(contact_angle),
      bent_at_rest_(softplus(-contact_angle, facet_bend).value),
      resting_gap_(scale * resting_gap) {}

/// U = G1 (theta - o) + G2 o,  o = s(theta - theta_c) - s(-theta_c): past theta_c the other facet is the pivot.
FacetGeometry::Opening FacetGeometry::open(double theta, double bent, double bent_slope) const {
    const double o = bent - bent_at_rest_;
    return {gain_ * (theta - o) + pivot_gain_ * o, gain_ * (1.0 - bent_slope) + pivot_gain_ * bent_slope};
}

/// U = -h tanh(G1 |theta|/h): the film can only be squeezed out.
FacetGeometry::Opening FacetGeometry::close(double theta) const {
    const double e = std::exp(2.0 * gain_ * theta / resting_gap_);  // theta <= 0
    const double squeezed = (e - 1.0) / (e + 1.0);                  // = tanh(G1 theta/h), in a fifth of its time
    return {resting_gap_ * squeezed, gain_ * (1.0 - squeezed * squeezed)};
}

FacetGeometry::Opening FacetGeometry::at(double theta) const {
    if (theta < 0.0) return close(theta);
    const Softplus bent = softplus(theta - contact_angle_, facet_bend);
    return open(theta, bent.value, bent.slope);
}

}  // namespace synovia
