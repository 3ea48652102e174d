#include "solver/lumped_facet.hpp"

#include <numbers>

namespace synovia {

LumpedFacet::LumpedFacet(const Scenario& s)
    : area_(std::numbers::pi * s.joint.articular_radius * s.joint.articular_radius),
      k_s_(s.traction.series_stiffness),
      C_w_(s.joint.wall_compliance),
      C_r_(s.joint.refill_compliance),
      R_e_(s.joint.refill_resistance),
      p_rest_(s.joint.resting_pressure),
      p_v_(s.fluid.vapour_pressure),
      firing_(s),
      b_(area_ * area_ / (C_w_ * k_s_)),
      share_(1.0 / (1.0 + b_)),
      opening_per_refill_(area_ / (C_w_ * k_s_)),
      inverse_C_w_(1.0 / C_w_),
      inverse_C_r_(1.0 / C_r_),
      inverse_R_e_(1.0 / R_e_) {}

/// The bones stand where k_s (u - x) = A (p_rest - p), and the wall gives A x - V_r:
///   x = (u + A V_r/(C_w k_s))/(1 + b),  p = p_rest - (A x - V_r)/C_w,  dV_r/dt = (p_rest - V_r/C_r - p)/R_e
LumpedFacet::Capsule LumpedFacet::whole(double u, double V_r) const {
    const double x = (u + opening_per_refill_ * V_r) * share_;
    const double p = p_rest_ - (area_ * x - V_r) * inverse_C_w_;
    return {x, p, (p_rest_ - V_r * inverse_C_r_ - p) * inverse_R_e_};
}

/// p = p_v,  x = u - A (p_rest - p_v)/k_s
LumpedFacet::Capsule LumpedFacet::cavity(double u, double V_r) const {
    return {u - suction(p_v_) / k_s_, p_v_, (p_rest_ - V_r * inverse_C_r_ - p_v_) * inverse_R_e_};
}

/// V_b = A x - V_r - C_w (p_rest - p_v)
double LumpedFacet::margin(CapsuleForm form, double u, double V_r, double wear) const {
    const Capsule capsule = at(form, u, V_r);
    if (form == CapsuleForm::whole) return firing_.margin(wear, capsule.pressure);
    return area_ * capsule.x - V_r - wall_volume(p_v_);
}

double LumpedFacet::stored_energy(double u, double V_r) const {
    const Capsule capsule = whole(u, V_r);
    const double V_w = wall_volume(capsule.pressure), stretch = u - capsule.x;
    return 0.5 * k_s_ * stretch * stretch + 0.5 * V_w * V_w / C_w_ + 0.5 * V_r * V_r / C_r_;
}

}  // namespace synovia
