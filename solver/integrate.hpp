// Adaptive integration of a model's scaled state by Boost.Odeint: Rosenbrock 4(3) where the model is stiff,
// Dormand-Prince 5(4) where it is not, both with dense output. How it switches: solver/README.md, "Numerics".
#pragma once
#include <array>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "solver/trajectory.hpp"

namespace synovia {

/// Receives each accepted step: its end t1 [s] and the states at 1/4, 1/2, 3/4 and 1 of it (shape: 4 x size).
using StepSink = std::function<void(double t1, std::span<const double> nodes)>;

/// Integrates `Model` (JointModel, BubbleModel) from the state `rest()` at t = 0. The model is not copied: it may be
/// steered between calls of advance() and must outlive the integrator.
template <class Model>
class Integrator {
public:
    Integrator(const Model& model, double relative_tolerance);
    ~Integrator();
    Integrator(Integrator&&) noexcept;
    Integrator& operator=(Integrator&&) noexcept;

    /// Goes on from this scaled state at time t [s] instead. Precondition: nothing has been integrated yet.
    void start(double t, const std::array<double, Model::size>& state);

    /// Integrates to exactly t_end [s] in at most `step_limit` steps; up to there the model must be smooth (split at
    /// its knots). Returns nothing when it arrived, else why it stopped.
    std::optional<Outcome> advance(double t_end, std::size_t step_limit, const StepSink& sink);

    double time() const;                                   ///< [s]
    const std::array<double, Model::size>& state() const;  ///< scaled
    const Statistics& statistics() const;                  ///< without wall_time

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace synovia
