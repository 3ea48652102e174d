// The bone under the player's hand: the equations run along in real time and are rendered piece by piece.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "apps/studio/take.hpp"
#include "audio/core/render.hpp"
#include "solver/joint_stream.hpp"

namespace synovia::instrument {

/// Feeds a JointStream blocks of 5 ms and renders each as soon as the kernel can: the samples come `delay` frames later
/// than the physics. Joined, they are what one rendering of the whole would give.
class PullStream {
public:
    struct Piece {
        std::vector<float> samples;  ///< block_frames() of them, scaled by the patch's gain
        Sample end;                  ///< the joint at the end of the block
        studio::Glance glance;       ///< and on the way there
        studio::Ending ending;       ///< popped: a bubble has been born, in this block or before
    };

    /// From a joint at rest, or with the bubble that an earlier pop left. Throws InvalidScenario for what no hand can
    /// move: free bubbles and traction.kind = "force".
    PullStream(const studio::Patch& patch, std::optional<double> residual_radius);

    std::size_t block_frames() const { return block_; }
    const Scenario& scenario() const { return scenario_; }

    /// Moves the hand to `position` [m], to arrive there with `velocity` [m/s], and takes the time of a block.
    /// Where the equations cannot go on the piece holds that ending and nothing else, and there is no next one.
    Piece advance(const HandPoint& point);
    /// The same, faded out: the last block, so that letting go makes no click.
    Piece last(const HandPoint& point);

private:
    void add_nodes(const Trajectory& piece);

    Scenario scenario_;
    JointStream stream_;
    double rate_, gain_;
    std::size_t block_;
    double reach_;
    audio::Renderer renderer_;
    std::size_t blocks_ = 0;
    std::vector<double> time_, strength_;  // nodes that may still be heard
};

/// A hand on its way from one place to another with the least jerk that where it is, how fast it moves and how fast
/// that changes allow: x = x0 + v0 t + a0 t^2/2 + c3 t^3 + c4 t^4 + c5 t^5, at rest at the end (Flash & Hogan, J.
/// Neurosci. 5, 1688 (1985)). From rest this is w = s^3 (10 - 15 s + 6 s^2), as in a preset.
class Hand {
public:
    /// From where it is, within `seconds`. Precondition: seconds > 0.
    void move_to(double position, double seconds);
    /// Position [m] and velocity [m/s] after another `dt` seconds.
    HandPoint step(double dt);
    bool moving() const { return elapsed_ < duration_; }
    double position() const { return now()[0]; }  ///< [m]

private:
    std::array<double, 3> now() const;  // position, velocity, acceleration

    std::array<double, 6> polynomial_{};  // in seconds since the last move_to()
    double goal_ = 0.0, elapsed_ = 0.0, duration_ = 0.0;
};

}  // namespace synovia::instrument
