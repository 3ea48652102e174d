// The joint as coupled ordinary differential equations: bone and refill, and one to sixteen pockets with their walls,
// bubbles and gas. Every equation is in solver/README.md under the name used here.
#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "solver/arrow.hpp"
#include "solver/bone.hpp"
#include "solver/firing.hpp"
#include "solver/pocket.hpp"
#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

class JointWatch;

/// A joint in motion with its bubble still: where a run may begin instead of at rest.
struct JointMotion {
    double time = 0.0;           ///< [s]
    double opening = 0.0;        ///< x beyond rest [m]
    double opening_rate = 0.0;   ///< [m/s]
    double wall_volume = 0.0;    ///< V_w: given by the wall [m3]
    double refill_volume = 0.0;  ///< V_r: given by the refill [m3]
    double radius = 0.0;         ///< of every nucleus that is free to move [m]
};

class JointModel {
public:
    using Watch = JointWatch;

    /// Precondition: a valid joint with shares and draws (draw.hpp); `start` is empty or has one entry per pocket.
    explicit JointModel(const Scenario& scenario, const JointStart& start = {});

    /// The model keeps its pockets in an order of its own, the same however the scenario lists them; `place(k)` is
    /// where the scenario has pocket k. What leaves the model for a reader is in the scenario's order.
    std::size_t place(std::size_t k) const { return place_[k]; }
    std::size_t pockets() const { return pockets_.size(); }
    std::size_t size() const { return scale_.size(); }
    std::vector<double> shares() const;  ///< in the scenario's order

    /// Scaled state when the pull begins (shape: size): at rest, nuclei with R = R0, gas that was left as bubbles; in
    /// mechanical equilibrium unless gas.initial_pressure says otherwise.
    std::vector<double> rest() const;
    /// Scaled state of a joint in motion (shape: size).
    std::vector<double> in_motion(const JointMotion& motion) const;
    /// Times at which the traction is not smooth, sorted [s].
    std::vector<double> knots() const { return bone_.knots(); }

    /// From now on the hand follows this piece instead of the preset's ramp (traction kinds pull and gap).
    void steer(const CubicPiece& piece) { bone_.steer(piece); }
    /// The rise time that the firing law takes the pull to have from now on [s].
    void set_rise(double rise_time);

    /// Rates of the scaled state (shapes: size) at time t [s]. T is double or Dual.
    template <class T>
    void rates(std::span<const T> y, const T& t, std::span<T> dydt) const;

    /// Observables of the whole joint; `y` has shape size.
    Sample observe(double t, std::span<const double> y) const;
    /// Observables of each pocket, in the scenario's order (shape of `samples`: pockets).
    void observe_pockets(double t, std::span<const double> y, std::span<PocketSample> samples) const;

    /// Radius [m] and wall velocity [m/s] of one pocket's bubble alone, for events.
    double radius(std::span<const double> y, std::size_t k) const;
    double wall_velocity(std::span<const double> y, std::size_t k) const;
    double largest_radius(std::span<const double> y) const;
    double bubble_acceleration(double t, std::span<const double> y, std::size_t k) const;  ///< d2V/dt2 [m3/s2]
    /// Gap rate [m/s], for events.
    double gap_rate(double t, std::span<const double> y) const;

    /// Can any nucleus fire at this state, as far as one can tell without its pressure?
    bool armed(std::span<const double> y) const;
    /// How far each sleeping or ripe nucleus is past what it can bear, FiringLaw::strain() or tension(); -infinity for
    /// the others (shape of `excess`: pockets).
    void firing_excess(double t, std::span<const double> y, std::span<double> excess) const;
    /// Does a nucleus whose skin tears at this pressure fire, or only become ripe?
    bool fires_at_once(std::size_t k, double p_c) const { return laws_[k].fires_at_once(p_c); }
    /// Has a bubble shrunk so far that its nucleus takes over?
    bool closes(std::span<const double> y, std::size_t k) const;
    /// Has a wall turned, where the gas has a law that knows its way?
    bool turns(std::span<const double> y, std::size_t k) const;
    /// Is a bubble that has no nucleus to leave smaller than a continuum?
    bool vanished(std::span<const double> y) const;
    Phase phase(std::span<const double> y, std::size_t k) const;
    const Pocket& pocket(std::size_t k) const { return pockets_[k]; }
    /// Overwrites the pocket's part of a scaled state.
    void put(std::span<double> y, std::size_t k, const PocketState<double>& state) const;
    PocketState<double> get(std::span<const double> y, std::size_t k) const;

    /// Gas in and around each bubble, in the scenario's order, for the pull after this one.
    JointStart left_over(std::span<const double> y) const;

    /// Energy in springs, compliances, moving masses, liquid and surfaces [J]; gas is not included (see `powers`).
    double stored_energy(double t, std::span<const double> y) const;
    /// Power of the drive, heat production in dampers with what is radiated, and expansion work of gas and vapour
    /// against p_rest [W]: d(stored)/dt = drive - dissipation + expansion.
    struct Powers {
        double drive, dissipation, expansion;
    };
    Powers powers(double t, std::span<const double> y) const;
    /// Volume the bone opened, A x [m3], and what walls, refill and bubbles took of it; equal at all times.
    struct VolumeBalance {
        double opened, taken;
    };
    VolumeBalance volumes(double t, std::span<const double> y) const;

    /// J of the scaled system at y, ready for (sigma - J) u = r: what the implicit stepper needs.
    class Linearisation {
    public:
        explicit Linearisation(const JointModel& model) : model_(model) {}
        /// Takes the derivatives at (y, t). `dydt` and `dfdt` get the rates and their derivative in t at fixed y
        /// (shapes: size).
        void update(std::span<const double> y, double t, std::span<double> dydt, std::span<double> dfdt);
        void factor(double sigma) { arrow_.factor(sigma); }
        void solve(std::span<double> r) const;
        void multiply(std::span<const double> in, std::span<double> out) const;

    private:
        const JointModel& model_;
        Arrow arrow_;
        mutable std::vector<double> scaled_;
    };

private:
    /// Everything that follows from a state.
    template <class T>
    struct Flow {
        BoneFlow<T> bone;
        std::array<PocketState<T>, most_pockets> states;
        std::array<PocketFlow<T>, most_pockets> pockets;
        T dv;
    };
    double resting_velocity(std::size_t k) const;  ///< below which a wall rests [m/s]
    template <class T>
    BoneState<T> bone_state(std::span<const T> y) const;
    template <class T>
    PocketState<T> pocket_state(std::span<const T> y, std::size_t k) const;
    template <class T>
    void flow(std::span<const T> y, const T& t, Flow<T>& f) const;
    template <class T>
    void write_rates(const Flow<T>& f, std::span<T> dydt) const;

    Scenario scenario_;
    Bone bone_;
    std::vector<std::size_t> place_;
    std::vector<Pocket> pockets_;
    std::vector<FiringLaw> laws_;
    double pressure_gain_;
    std::vector<double> scale_, inverse_scale_;
};

}  // namespace synovia
