// A facet's capsule without its bubble's inertia: what the chain of vertebrae feels of it.
#pragma once
#include "solver/facet_firing.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// Either the gap is full of liquid, or a cavity of vapour holds it at the vapour pressure.
enum class CapsuleForm { whole, cavity };

/// The joint of solver/joint_model.hpp with the bone's inertia, the wall's loss, the film and the bubble left out. The
/// chain prescribes the opening u behind the series stiffness k_s of the cartilage and bone around it.
class LumpedFacet {
public:
    explicit LumpedFacet(const Scenario& joint);

    struct Capsule {
        double x;         ///< opening of the gap [m]
        double pressure;  ///< absolute [Pa]
        double refill;    ///< dV_r/dt [m3/s]
    };
    /// `V_r`: volume the refill has given [m3].
    Capsule at(CapsuleForm form, double u, double V_r) const {
        return form == CapsuleForm::whole ? whole(u, V_r) : cavity(u, V_r);
    }
    /// dx/dt and dp/dt of a whole capsule, given du/dt [m/s] and dV_r/dt [m3/s].
    double gap_rate(double opening_rate, double refill_rate) const {
        return (opening_rate + opening_per_refill_ * refill_rate) * share_;
    }
    double pressure_rate(double opening_rate, double refill_rate) const {
        return (refill_rate - area_ * gap_rate(opening_rate, refill_rate)) * inverse_C_w_;
    }
    /// Falls through zero where the form ends: of a whole capsule where its first nucleus fires, worn by now as far as
    /// `wear` says (FacetFiring::margin()); of a cavity V_b [m3].
    double margin(CapsuleForm form, double u, double V_r, double wear) const;
    const FacetFiring& firing() const { return firing_; }
    /// F_S = A (p_rest - p): pulls the bones together [N].
    double suction(double pressure) const { return area_ * (p_rest_ - pressure); }
    /// Volume the wall has given at this pressure, V_w = C_w (p_rest - p) [m3].
    double wall_volume(double pressure) const { return C_w_ * (p_rest_ - pressure); }
    /// Springs k_s, C_w and C_r [J]; whole form.
    double stored_energy(double u, double V_r) const;
    /// Heat of the refill, R_e dV_r/dt^2 [W].
    double dissipation(double refill) const { return R_e_ * refill * refill; }

    /// du_c = (p_rest - p_crit) C_w (1 + b)/A: opening that reaches the limit when it comes at once [m].
    double fast_opening_needed() const { return (p_rest_ - p_crit()) * C_w_ * (1.0 + b_) / area_; }
    double refill_time() const { return R_e_ * C_w_; }  ///< tau [s]
    /// Rate that reaches the limit when it lasts, (p_rest - p_crit) C_w/(A tau) [m/s].
    double rate_needed() const { return (p_rest_ - p_crit()) / (area_ * R_e_); }

private:
    Capsule whole(double u, double V_r) const;
    Capsule cavity(double u, double V_r) const;

    double p_crit() const { return firing_.limit_pressure(); }

    double area_, k_s_, C_w_, C_r_, R_e_, p_rest_, p_v_;
    FacetFiring firing_;
    double b_;  ///< A^2/(C_w k_s): how much the series stiffness adds to the wall's compliance
    double share_, opening_per_refill_, inverse_C_w_, inverse_C_r_,
        inverse_R_e_;  // the chain asks 16 facets 8000 times
};

}  // namespace synovia
