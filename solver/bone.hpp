// The bone that opens the gap: what the hand and the tissue do to it, and the gap it leaves to the liquid.
#pragma once
#include <optional>
#include <vector>

#include "solver/dual.hpp"
#include "solver/hand.hpp"
#include "solver/hermite_table.hpp"
#include "solver/joint_state.hpp"
#include "solver/rheology.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// What the bone's state yields at one instant, for every pocket alike.
template <class T>
struct BoneFlow {
    T x, v;             ///< opening beyond rest [m], its rate [m/s]
    T h;                ///< the gap the liquid has, h_e [m]
    T g, g2;            ///< dh_e/dx, d2h_e/dx2
    T hd;               ///< dh_e/dt = g v [m/s]
    T refill;           ///< p_rest - V_r/C_r [Pa]
    T conductance;      ///< 1/(R_f + R_e) [m3/(Pa s)]
    Viscosity<T> film;  ///< of the Stefan film, shape sphere only
    T force;            ///< F_drive - F_tissue - c v [N]; without meaning where the motion is given
    T given;            ///< dv/dt where the motion is given [m/s2]
};

/// Partial derivatives of a BoneFlow.
struct BoneSlopes {
    double force_x, force_v, force_t;
    double conductance_x, conductance_v;
    double refill_V;  ///< -d(refill)/dV_r = 1/C_r
    double g3;
    double jerk;  ///< d(given)/dt [m/s3]
};

class Bone {
public:
    explicit Bone(const Scenario& scenario);

    /// From now on the hand follows this piece instead of the preset's ramp (traction kinds pull and gap).
    void steer(const CubicPiece& piece) { steered_ = piece; }
    /// Times at which the traction is not smooth, sorted [s].
    std::vector<double> knots() const;

    /// traction.kind = "gap": the bone goes where the hand goes, without an equation of motion.
    bool prescribed() const { return traction_.kind == TractionKind::gap; }
    double mass() const { return joint_.moving_mass; }
    double damping() const { return joint_.damping; }
    double resting_pressure() const { return joint_.resting_pressure; }
    double refill_compliance() const { return joint_.refill_compliance; }
    double resting_gap() const { return joint_.resting_gap; }

    /// At time t [s]. T is double or Dual.
    template <class T>
    BoneFlow<T> flow(const BoneState<T>& state, const T& t) const;
    BoneSlopes slopes(const BoneFlow<double>& flow, double t) const;

    /// F_tissue = k1 x + k3 x^3 while the gap is open, k_c x when it is closed beyond rest [N].
    template <class T>
    T tissue_force(const T& x) const {
        return value(x) >= 0.0 ? x * (joint_.ligament_stiffness + joint_.ligament_cubic * x * x)
                               : joint_.contact_stiffness * x;
    }
    /// Work stored in the tissue [J].
    double tissue_energy(double x) const;

private:
    template <class T>
    Motion<T> hand(const T& t) const;
    template <class T>
    T drive_force(const T& x, const T& t) const;
    template <class T>
    void open_smoothly(BoneFlow<T>& f) const;
    template <class T>
    void squeeze_film(BoneFlow<T>& f) const;

    Joint joint_;
    Fluid fluid_;
    BubbleShape shape_;
    Traction traction_;
    HermiteTable table_;
    std::optional<CubicPiece> steered_;
};

}  // namespace synovia
