// The joint as ten coupled ordinary differential equations: bone, capsule wall, refill, bubble and its gas.
// Every equation is in solver/README.md under the name used here.
#pragma once
#include <array>
#include <cstddef>
#include <numbers>
#include <optional>
#include <span>
#include <vector>

#include "solver/dual.hpp"
#include "solver/gas.hpp"
#include "solver/hand.hpp"
#include "solver/hermite_table.hpp"
#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"
#include "solver/wall.hpp"

namespace synovia {

/// State of the joint, SI.
template <class T>
struct JointState {
    T x, v;              ///< opening of the gap beyond rest [m], its rate [m/s]
    T lambda, U;         ///< ln(R/R0), wall velocity [m/s]
    T V_w, V_r;          ///< volume given by the wall and by the refill [m3]
    std::array<T, 3> n;  ///< CO2, N2, O2 in the bubble [mol]
    T omega;             ///< ln(s/1 s) + 4 lambda: clock s of the diffusion boundary layer, freed from the stretching
};

/// A joint in motion with its bubble still: where a run may begin instead of at rest.
struct JointStart {
    double time = 0.0;           ///< [s]
    double opening = 0.0;        ///< x beyond rest [m]
    double opening_rate = 0.0;   ///< [m/s]
    double wall_volume = 0.0;    ///< V_w: given by the wall [m3]
    double refill_volume = 0.0;  ///< V_r: given by the refill [m3]
    double radius = 0.0;         ///< of the nucleus [m]
};

class JointModel {
public:
    static constexpr std::size_t size = 10;

    explicit JointModel(const Scenario& scenario);

    /// Scaled state at rest (shape: size); R = R0, mechanical equilibrium unless gas.initial_pressure says otherwise.
    std::array<double, size> rest() const;
    /// Scaled state of a joint in motion (shape: size).
    std::array<double, size> begin(const JointStart& start) const;
    /// Times at which the traction is not smooth, sorted [s].
    std::vector<double> knots() const;

    /// From now on the hand follows this piece instead of the preset's ramp (traction kinds pull and gap).
    void steer(const CubicPiece& piece) { steered_ = piece; }

    /// Rates of the scaled state (shape: size) at time t [s]. T is double or Dual.
    template <class T>
    std::array<T, size> rates(const std::array<T, size>& y, const T& t) const;

    /// Observables; `y` has shape size.
    Sample observe(double t, std::span<const double> y) const;

    /// Radius [m] and wall velocity [m/s] alone, for events.
    double radius(std::span<const double> y) const;
    double wall_velocity(std::span<const double> y) const { return y[3] * scale_[3]; }
    /// Gap rate [m/s], for events.
    double gap_rate(double t, std::span<const double> y) const;

    /// Energy in springs, compliances, moving masses and surfaces [J]; gas is not included (see `powers`).
    double stored_energy(double t, std::span<const double> y) const;
    /// Power of the drive, heat production in dampers, and expansion work of gas and vapour against p_rest [W]:
    /// d(stored)/dt = drive - dissipation + expansion.
    struct Powers {
        double drive, dissipation, expansion;
    };
    Powers powers(double t, std::span<const double> y) const;
    /// Volume the bone opened, A x [m3], and what wall, refill and bubble took of it; equal at all times.
    struct VolumeBalance {
        double opened, taken;
    };
    VolumeBalance volumes(double t, std::span<const double> y) const;

private:
    /// What the equations yield before they are written as rates.
    template <class T>
    struct Flow {
        T x, v, R, p, p_g, mu, dV_b, dV_w, dV_r, acceleration, dU, R_f;
        std::array<T, 3> dn;
        T domega;
    };
    template <class T>
    JointState<T> unscale(const std::array<T, size>& y) const;
    template <class T>
    Motion<T> hand(const T& t) const;
    template <class T>
    T gas_pressure(const JointState<T>& state, const T& R) const;
    template <class T>
    void exchange_gas(const JointState<T>& state, const T& R, Flow<T>& flow) const;
    template <class T>
    T drive_force(const T& t, const T& x) const;
    template <class T>
    Flow<T> flow(const JointState<T>& state, const T& t) const;

    Joint joint_;
    Fluid fluid_;
    Bubble bubble_;
    Gas gas_;
    Traction traction_;
    HermiteTable table_;
    std::optional<CubicPiece> steered_;
    double area_, wall_resistance_, initial_gas_pressure_, pressure_gain_;
    std::array<double, 3> initial_moles_;
    Diffusion diffusion_;
    std::array<double, size> scale_, inverse_scale_;
};

}  // namespace synovia
