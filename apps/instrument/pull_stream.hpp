// The bone under the player's hand: the equations run along in real time and are rendered piece by piece.
#pragma once
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
        std::vector<float> samples;  ///< of block_frames(), channels interleaved, scaled by the patch's gain
        Sample end;                  ///< the joint at the end of the block
        studio::Glance glance;       ///< and on the way there
        studio::Ending ending;       ///< popped: a bubble has been born, in this block or before
    };

    /// From a joint at rest, or with the bubble that an earlier pop left. Throws InvalidScenario for what no hand can
    /// move: free bubbles and traction.kind = "force".
    PullStream(const studio::Patch& patch, std::optional<double> residual_radius);

    std::size_t block_frames() const { return block_; }
    double block_s() const { return static_cast<double>(block_) / rate_; }
    const Scenario& scenario() const { return scenario_; }

    /// Moves the hand to `position` [m], to arrive there with `velocity` [m/s], and takes the time of a block.
    /// Where the equations cannot go on the piece holds that ending and nothing else, and there is no next one.
    Piece advance(const HandPoint& point);
    /// The same, faded out: the last block, so that letting go makes no click.
    Piece last(const HandPoint& point);

private:
    struct Ear {
        audio::Path path;
        audio::Renderer renderer;  ///< through the body, as it is seen from here
    };
    static std::vector<Ear> ears_of(const Scenario& scenario, const studio::Patch& patch);
    void add_nodes(const Trajectory& piece);
    std::vector<float> heard(double start);
    void forget_before(double time);

    Scenario scenario_;
    JointStream stream_;
    double rate_, gain_;
    std::size_t block_;
    double reach_;
    std::vector<Ear> ears_;  // one for each channel
    std::size_t blocks_ = 0;
    std::vector<double> time_, strength_;  // nodes that may still be heard
};

}  // namespace synovia::instrument
