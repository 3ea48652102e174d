// Adaptive integration of a model's scaled state: a Rosenbrock method of order 5(4) where the model is stiff,
// Dormand-Prince 5(4) where it is not, both with dense output. How it switches: solver/README.md, "Numerics".
#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "solver/trajectory.hpp"

namespace synovia {

/// A state that takes the place of the one the step reached, at a time inside that step.
struct Restart {
    double time;  ///< [s]
    std::vector<double> state;
    bool gentle = false;  ///< only slopes of the equations have changed: the steps go on as they were
};

/// Receives each accepted step: its begin and end [s] and the states at 0, 1/4, 1/2, 3/4 and 1 of it (shape: 5 x size).
/// May answer that the run goes on from elsewhere.
using StepSink = std::function<std::optional<Restart>(double t0, double t1, std::span<const double> points)>;

/// Integrates `Model` (JointModel, BubbleModel) from the state `rest()` at t = 0. The model is not copied: it may be
/// steered between calls of advance() and must outlive the integrator.
template <class Model>
class Integrator {
public:
    Integrator(const Model& model, double relative_tolerance);
    ~Integrator();
    Integrator(Integrator&&) noexcept;
    Integrator& operator=(Integrator&&) noexcept;

    /// Goes on from this scaled state at time t [s] instead (shape: size). Precondition: nothing has been integrated
    /// yet.
    void start(double t, std::span<const double> state);

    /// Integrates to exactly t_end [s] in at most `step_limit` steps; up to there the model must be smooth (split at
    /// its knots). Returns nothing when it arrived, else why it stopped.
    std::optional<Outcome> advance(double t_end, std::size_t step_limit, const StepSink& sink);

    double time() const;                       ///< [s]
    const std::vector<double>& state() const;  ///< scaled
    const Statistics& statistics() const;      ///< without wall_time

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace synovia
