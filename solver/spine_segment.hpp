// One segment of the spine: two vertebrae, their disc and ligaments, and the two facet joints between them.
#pragma once
#include <array>

#include "solver/facet_geometry.hpp"
#include "solver/spine_scenario.hpp"

namespace synovia {

/// What makes this segment differ from the table.
struct SegmentState {
    double mobility =
        1.0;            ///< m: multiplies k_d and k_3 and brings contact earlier; above 1 restricted, below 1 loose [-]
    double disc = 1.0;  ///< multiplies k_d and k_3 [-]
    double ligaments = 1.0;  ///< multiplies k_d, k_3 and k_cap: other ligaments and fascia [-]
    double gap_scale = 1.0;  ///< multiplies the facets' opening [-]
};

/// Torque and openings of a segment turned by theta (upper against lower vertebra, positive to the left) while its
/// muscles hold with activation a. Angles in radians.
class SpineSegment {
public:
    SpineSegment(const SpineLevel& level, const SegmentState& state);

    struct Turned {
        double torque;  ///< of disc, facet contact and muscles, without damping and facet forces [N m]
        std::array<FacetGeometry::Opening, 2> facets;  ///< by Side: left U(theta), right U(-theta); lever = dU/dtheta
    };
    Turned turn(double theta, double activation) const;
    /// c (1 + 2 a) [N m s/rad].
    double damping(double activation) const { return damping_ * (1.0 + 2.0 * activation); }

    /// Pull of the capsule's ligament at opening u, k_cap s(u - g) for u > 0 [N].
    double ligament(double u) const;

    const FacetGeometry& facets() const { return facets_; }

private:
    double stiffness_, cubic_, contact_angle_, contact_stiffness_, damping_, slack_, ligament_stiffness_;
    FacetGeometry facets_;
};

}  // namespace synovia
