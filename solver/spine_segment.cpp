#include "solver/spine_segment.hpp"

#include <cmath>
#include <numbers>

#include "solver/softplus.hpp"

namespace synovia {
namespace {

constexpr double degree = std::numbers::pi / 180.0;

constexpr double muscle_stiffness = 4.0 / degree;  // K_m: 4 N m per degree [N m/rad]; proposed
constexpr double muscle_compression = 2.2;         // f(1/2) = 2.1, as under 500 N (Gardner-Morse & Stokes 2004)
constexpr double ligament_bend = 0.15e-3;          // the capsule's ligament tightens over this [m]; proposed

FacetPlace place(const SpineLevel& level) {
    return {level.facet_angle_deg * degree, level.facet_tilt_deg * degree, level.facet_behind_mm * 1e-3,
            level.facet_sideways_mm * 1e-3};
}

/// theta_c/sqrt(m) of a restricted segment, theta_c/m of a hypermobile one.
double contact_angle(const SpineLevel& level, double mobility) {
    return level.contact_angle_deg * degree / (mobility > 1.0 ? std::sqrt(mobility) : mobility);
}

}  // namespace

SpineSegment::SpineSegment(const SpineLevel& level, const SegmentState& state)
    : stiffness_(state.mobility * state.disc * state.ligaments * level.disc_stiffness_nm_deg / degree),
      cubic_(state.mobility * state.disc * state.ligaments * level.disc_cubic_nm_deg3 / (degree * degree * degree)),
      contact_angle_(contact_angle(level, state.mobility)),
      contact_stiffness_(level.contact_stiffness_nm_deg / degree),
      damping_(level.damping_nms_deg / degree),
      slack_(level.capsule_slack_mm * 1e-3),
      ligament_stiffness_(state.ligaments * level.capsule_stiffness_n_mm * 1e3),
      facets_(place(level), contact_angle_, level.resting_gap_mm * 1e-3, state.gap_scale) {}

/// [k_d theta + k_3 theta^3 + k_f (s(theta - theta_c) - s(-theta - theta_c))] f(a) + a K_m theta,  f = 1 + 2.2 a
SpineSegment::Turned SpineSegment::turn(double theta, double activation) const {
    const double turned = std::abs(theta);
    const Softplus into = softplus(turned - contact_angle_, facet_bend);
    const Softplus out_of = softplus(-turned - contact_angle_, facet_bend);
    const double passive =
        turned * (stiffness_ + cubic_ * turned * turned) + contact_stiffness_ * (into.value - out_of.value);
    const double torque = passive * (1.0 + muscle_compression * activation) + activation * muscle_stiffness * turned;
    const FacetGeometry::Opening opens = facets_.open(turned, into.value, into.slope), closes = facets_.close(-turned);
    if (theta < 0.0) return {-torque, {closes, {opens.value, -opens.lever}}};
    return {torque, {opens, {closes.value, -closes.lever}}};
}

double SpineSegment::ligament(double u) const {
    return u > 0.0 ? ligament_stiffness_ * softplus(u - slack_, ligament_bend).value : 0.0;
}

}  // namespace synovia
