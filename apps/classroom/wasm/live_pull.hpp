// The joint under a hand on the screen: block after block, with its curve and its sound.
#pragma once
#include <vector>

#include "apps/instrument/hand_pace.hpp"
#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/joint_stream.hpp"

namespace synovia::classroom {

class LivePull {
public:
    /// At rest at t = 0. Throws InvalidScenario as JointStream does.
    LivePull(const Scenario& scenario, double sample_rate_hz);

    /// Moves the hand to `position` [m], where it arrives with `velocity` [m/s] at the end of the block.
    /// Returns the piece: its outcome tells whether the nucleus has burst so far.
    Trajectory advance(double position, double velocity);

    /// The sound of the block [Pa], later than the piece by lag_s(): the renderer looks that far ahead.
    const std::vector<double>& samples() const { return samples_; }

    double block_s() const { return static_cast<double>(block_) / rate_; }
    double lag_s() const { return lag_; }

private:
    void render_block(const Emitter& joint);
    void forget(double before);

    JointStream stream_;
    audio::Renderer renderer_;
    double rate_;
    std::size_t block_;  ///< samples, 1/200 s
    double lag_;
    instrument::HandPace pace_;  ///< strengths of nuclei hang on it
    std::size_t blocks_ = 0;
    std::vector<double> time_, strength_;  ///< quadrature nodes that samples still to come depend on
    std::vector<double> samples_;
};

/// What the body does to the sound on its way to the listener.
audio::BodyResponse body_response(const Listener& listener);

}  // namespace synovia::classroom
