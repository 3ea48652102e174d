// What a run returns: the solution as a function of time, what happened in it, how it ended and what it cost.
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "solver/joint_start.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// How a run ended. The first three reached the end of the requested time, the fourth the end of the bubble.
enum class Outcome {
    popped,          ///< joint: the nucleus passed its threshold and became a bubble
    no_nucleation,   ///< joint: it did not
    completed,       ///< free bubble
    vanished,        ///< the bubble dissolved or collapsed to less than a nanometre, where a continuum ends
    supersonic,      ///< the wall reached the speed of sound, where the equation ends
    step_limit,      ///< more steps than simulate() allows
    step_underflow,  ///< no step is short enough for the tolerance
    non_finite       ///< the equations left the finite numbers
};
/// The word used in JSON and messages, for example "no_nucleation".
std::string_view name(Outcome outcome);
/// Is the outcome a physical result (the first four), not a failure of the computation?
bool finished(Outcome outcome);

enum class EventKind {
    nucleation,     ///< R passes 5 R0 while growing
    first_maximum,  ///< of R after nucleation (free bubble: the first of all)
    recontraction,  ///< a later minimum of R (free bubble: every minimum)
    separation,     ///< the bone moves fastest
    firing,         ///< a sleeping nucleus lets go
    closing         ///< a bubble has shrunk to its nucleus
};
std::string_view name(EventKind kind);

struct Event {
    EventKind kind;
    double time;    ///< [s]
    double radius;  ///< [m]
    double value;   ///< wall velocity at nucleation and closing [m/s], volume acceleration at the extrema of R [m3/s2],
                    ///< gap rate at the separation [m/s], pressure at the nucleus at firing [Pa]
    std::size_t pocket = 0;  ///< where; separation: 0
};

/// The observables at one instant, SI. A free bubble has no gap: those stay 0 and gap_pressure is p_inf.
struct Sample {
    double time = 0;
    double gap = 0;                   ///< resting gap + x [m]
    double gap_rate = 0;              ///< [m/s]
    double capsule_volume = 0;        ///< liquid volume that the wall and the refill gave, V_w + V_r [m3]
    double gap_pressure = 0;          ///< absolute [Pa]
    double radius = 0;                ///< [m]
    double wall_velocity = 0;         ///< [m/s]
    double bubble_volume = 0;         ///< [m3]
    double volume_acceleration = 0;   ///< source strength d2V/dt2 [m3/s2]
    double gas_pressure = 0;          ///< in the bubble, without vapour [Pa]
    double pressure = 0;              ///< at the listener, unfiltered, without the arrival delay [Pa]
    double gas_temperature = 0;       ///< in the bubble [K]; free bubble: 0
    std::array<double, 3> gas_mol{};  ///< CO2, N2, O2 in the bubble [mol]; polytropic gas: zeros
};

/// The observables of one pocket of a joint at one instant, SI.
struct PocketSample {
    double pressure = 0;             ///< of its liquid, absolute [Pa]
    double radius = 0;               ///< [m]
    double wall_velocity = 0;        ///< [m/s]
    double gas_pressure = 0;         ///< [Pa]
    double volume_acceleration = 0;  ///< d2V/dt2 [m3/s2]
    double nucleus_pressure = 0;     ///< of the liquid where the bubble is or would be [Pa]
    double gas_temperature = 0;      ///< [K]
};

struct Statistics {
    std::size_t steps = 0;
    std::size_t implicit_steps = 0;  ///< of these, taken by the Rosenbrock stepper
    std::size_t rejected_steps = 0;
    std::size_t rhs_evaluations = 0;
    double wall_time = 0;  ///< [s]

    void add(const Statistics& other);
};

/// The solution as piecewise polynomials of degree four, one piece per solver step, exactly the steppers' dense output.
/// Between two steps the state may jump.
class History {
public:
    static constexpr std::size_t points_per_step = 5;  ///< values at 0, 1/4, 1/2, 3/4, 1 of a step

    /// Weights of the values at the points, `fraction` of the step after its begin.
    static std::array<double, points_per_step> weights(double fraction);

    explicit History(std::size_t size) : size_(size) {}
    /// Starts at time t with state y (shape: size).
    void start(double t, std::span<const double> y);
    /// Appends a step to t1; `points` holds the states at 0, 1/4, 1/2, 3/4 and 1 of it (shape: 5 x size, row by row).
    void append(double t1, std::span<const double> points);

    std::size_t size() const { return size_; }
    std::size_t steps() const { return times_.size() - 1; }
    std::span<const double> times() const { return times_; }  ///< shape: steps + 1 [s]
    /// The step that contains t, clamped to the first and last; 0 without a step.
    std::size_t step_at(double t) const;
    /// State at point j of step k, j = 0..4 (shape: size). Without a step: the start.
    std::span<const double> node(std::size_t k, std::size_t j) const {
        return {points_.data() + (points_per_step * k + j) * size_, size_};
    }
    /// State at t inside step k (shape of y: size). Without a step: the start.
    void evaluate(std::size_t k, double t, std::span<double> y) const;

private:
    std::size_t size_;
    std::vector<double> times_;
    std::vector<double> points_;
};

/// The polynomial of degree four through the values at 0, 1/4, 1/2, 3/4 and 1 (shape of points: 5 x y.size()), taken at
/// `fraction` of the step.
void interpolate(std::span<const double> points, double fraction, std::span<double> y);

struct SpineRun;  // solver/spine_result.hpp

/// Turns a state vector into observables.
using Observer = std::function<Sample(double t, std::span<const double> y)>;

/// The pockets of a joint, and how to turn a state vector into what can be seen of each.
struct PocketView {
    std::vector<double> shares;
    std::function<void(double t, std::span<const double> y, std::span<PocketSample>)> observe;
};

class Trajectory {
public:
    Trajectory(Scenario scenario, History history, Observer observe, PocketView pockets = {});

    const Scenario& scenario() const { return scenario_; }
    double begin_time() const { return history_.times().front(); }
    double end_time() const { return history_.times().back(); }
    std::span<const double> step_times() const { return history_.times(); }  ///< [s]
    /// Observables at t; times outside the run are clamped to its ends.
    Sample at(double t) const;
    /// Observables at t inside step k.
    Sample at(std::size_t k, double t) const;
    /// The pockets' shares of the opening area; none for a free bubble.
    std::span<const double> pocket_shares() const { return pockets_.shares; }
    /// What can be seen of each pocket at t (shape of samples: that of the shares).
    void pockets_at(double t, std::span<PocketSample> samples) const;
    void pockets_at(std::size_t k, double t, std::span<PocketSample> samples) const;

    Outcome outcome = Outcome::completed;
    std::vector<Event> events;  ///< in order of time
    Statistics statistics;
    /// Kind spine: every facet. The trajectory itself is that of one of them (solver/spine.hpp).
    std::shared_ptr<const SpineRun> spine;

    /// The same run, as the answer to a scenario of which it is a part.
    Trajectory of(Scenario scenario) const;
    JointStart left_over;  ///< gas for a pull that follows at once, from gas.model = species; free bubble: empty

private:
    Scenario scenario_;
    History history_;
    Observer observe_;
    PocketView pockets_;
};

}  // namespace synovia
