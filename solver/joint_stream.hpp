// The joint under a hand that is not known in advance: a dragged bone, a live control.
#pragma once
#include <cstddef>
#include <memory>

#include "solver/hand.hpp"
#include "solver/scenario.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

/// Advances a joint piece by piece; the same equations, tolerances and events as simulate(), except that "separation"
/// needs the whole run and is left out. Fed the preset's own path it gives the batch result to the solver tolerance.
/// Not thread-safe; allocates, so not for an audio callback.
class JointStream {
public:
    /// At rest at t = 0. Throws InvalidScenario: bad parameters, a free bubble, or traction.kind = "force".
    explicit JointStream(const Scenario& scenario);
    ~JointStream();
    JointStream(JointStream&&) noexcept;
    JointStream& operator=(JointStream&&) noexcept;

    /// Moves the hand to `point`, reached at time t > time() [s], along a cubic, and integrates to t.
    /// Returns that piece: begin_time() is the time before, its outcome says popped once the nucleus has burst at any
    /// time so far. After a piece that did not finish the stream stays where it stopped.
    /// Throws std::invalid_argument when t does not advance or a number is not finite.
    Trajectory advance(double t, const HandPoint& point, std::size_t step_limit = 20'000);

    double time() const;  ///< [s]

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace synovia
