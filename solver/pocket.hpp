// One sealed pocket of the gap: its liquid, its wall, and the bubble or the sleeping nucleus in it.
// Every equation is in solver/README.md under the name used here.
#pragma once
#include <array>

#include "solver/bone.hpp"
#include "solver/gap_bubble.hpp"
#include "solver/gas.hpp"
#include "solver/joint_start.hpp"
#include "solver/joint_state.hpp"
#include "solver/rheology.hpp"
#include "solver/row.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// What a pocket's state yields at one instant. dU/dt and the pressure at the nucleus are linear in dv/dt.
template <class T>
struct PocketFlow {
    T R, V, Q;            ///< radius [m], volume [m3] of the bubble and its rate [m3/s]
    T p, p_g;             ///< liquid at the rim, gas in the bubble [Pa]
    std::array<T, 3> dn;  ///< [mol/s]
    T domega, dtheta;     ///< [1/s]
    T pull, mass;         ///< the pocket adds pull - mass dv/dt to the force on the bone [N], [kg]
    T dU, dU_dv;          ///< dU/dt = dU + dU_dv dv/dt [m/s2], [1]
    T p_c, p_c_dv;        ///< at the nucleus, p_c + p_c_dv dv/dt [Pa], [Pa s2/m]
    // what the slopes need again
    T T_g;                       ///< [K]
    T inverse_age;               ///< 1/s of the diffusion layer [1/s]
    Viscosity<T> wall_mu, film;  ///< at the bubble's wall, in the film
    GapBubble<T> gap;            ///< shape gap only
};

/// The same by partial derivatives, at the dv/dt that holds.
struct PocketSlopes {
    Row dn[3], domega, dtheta, dV_w, dlambda, dU;
    Row refill;  ///< of the pocket's share of dV_r/dt
    Row force;   ///< of pull - mass dv/dt at fixed dv/dt
    Row p_c;
};

/// Where energy is and goes in a pocket.
struct PocketEnergy {
    double stored;       ///< in liquid, wall and surface, without the gas [J]
    double dissipation;  ///< in the liquid and its walls, radiation included [W]
    double expansion;    ///< work of gas and vapour against p_rest [W]
};

class Pocket {
public:
    /// With share w of the gap. `start`: what the last pull left, or nothing for a rested joint.
    Pocket(const Scenario& scenario, double share, const PocketStart* start);

    double share() const { return share_; }
    double area() const { return area_; }
    /// State when the pull begins, and that of the sleeping or skinned nucleus.
    const PocketState<double>& start() const { return start_; }
    const PocketState<double>& nucleus() const { return nucleus_; }
    double nucleus_radius() const { return nucleus_radius_; }
    /// Dissolved around the bubble [mol/m3].
    std::array<double, 3> dissolved(const PocketState<double>& state) const;
    /// Age s of the diffusion layer [s].
    static double layer_age(const PocketState<double>& state);
    /// The gas that this pocket's liquid holds of each kind at equilibrium [mol]: the scale of the moles.
    std::array<double, 3> dissolved_moles() const;

    template <class T>
    void flow(const PocketState<T>& state, const BoneFlow<T>& bone, PocketFlow<T>& f) const;
    /// dV_w/dt [m3/s]
    template <class T>
    T wall_flow(const PocketState<T>& state, const T& p) const {
        return (p_rest_ - state.V_w / compliance_ - p) / resistance_;
    }
    /// The pocket's share of dV_r/dt [m3/s]
    template <class T>
    T refill_flow(const BoneFlow<T>& bone, const T& p) const {
        return share_ * (bone.refill - p) * bone.conductance;
    }
    PocketSlopes slopes(const PocketState<double>& state, const PocketFlow<double>& flow, const BoneFlow<double>& bone,
                        const BoneSlopes& bone_slopes, double dv) const;
    PocketEnergy energy(const PocketState<double>& state, const BoneFlow<double>& bone, double dv) const;

private:
    bool species() const { return gas_.model == GasModel::species; }

    template <class T>
    void press(const PocketState<T>& state, const BoneFlow<T>& bone, PocketFlow<T>& f) const;
    template <class T>
    void exchange(const PocketState<T>& state, PocketFlow<T>& f) const;
    template <class T>
    void warm(const PocketState<T>& state, PocketFlow<T>& f) const;
    template <class T>
    T gas_pressure_rate(const PocketState<T>& state, const PocketFlow<T>& f) const;
    template <class T>
    T slowness(const PocketState<T>& state, const PocketFlow<T>& f) const;
    template <class T>
    void move_sphere(const PocketState<T>& state, PocketFlow<T>& f) const;
    template <class T>
    void move_in_gap(const PocketState<T>& state, const BoneFlow<T>& bone, PocketFlow<T>& f) const;
    template <class T>
    void sleep(const BoneFlow<T>& bone, PocketFlow<T>& f) const;
    template <class T>
    Viscosity<T> film_viscosity(const T& Q, const T& hd, const T& h, const T& r_b) const;

    void press(const PocketFlow<double>& f, const BoneFlow<double>& bone, const BoneSlopes& b, bool bubble_moves,
               Row& p, PocketSlopes& s) const;
    void exchange(const PocketState<double>& state, const PocketFlow<double>& f, PocketSlopes& s) const;
    void warm(const PocketState<double>& state, const PocketFlow<double>& f, PocketSlopes& s) const;
    Row gas_pressure(const PocketFlow<double>& f) const;
    Row gas_pressure_rate(const PocketState<double>& state, const PocketFlow<double>& f, const Row& p_g,
                          const PocketSlopes& s) const;
    Row slowness_slopes(double U, double w_c) const;
    Row film_slopes(const PocketFlow<double>& f, const BoneFlow<double>& bone, const GapBubble<double>& b,
                    double mu_gamma) const;
    void move_sphere(const PocketState<double>& state, const PocketFlow<double>& f, const Row& p, const Row& p_g,
                     PocketSlopes& s) const;
    void move_in_gap(const PocketState<double>& state, const PocketFlow<double>& f, const BoneFlow<double>& bone,
                     const BoneSlopes& b, double dv, const Row& p, const Row& p_g, PocketSlopes& s) const;
    void sleep(const PocketFlow<double>& f, const BoneFlow<double>& bone, const BoneSlopes& b, double dv, const Row& p,
               PocketSlopes& s) const;

    Fluid fluid_;
    Gas gas_;
    BubbleShape shape_;
    bool radiation_;
    double share_, area_, compliance_, resistance_, liquid_volume_, p_rest_, skin_depth_;
    double nucleus_radius_, initial_gas_pressure_;
    GapShape gap_;
    Diffusion diffusion_;
    std::array<GasSpecies, 3> species_;
    std::array<double, 3> initial_moles_, initial_dissolved_;
    PocketState<double> nucleus_, start_;
};

}  // namespace synovia
