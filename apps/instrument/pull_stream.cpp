#include "apps/instrument/pull_stream.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "apps/studio/renderers.hpp"
#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/kinds.hpp"

namespace synovia::instrument {
namespace {

constexpr double blocks_per_second = 200.0;

Scenario start_of(const studio::Patch& patch, std::uint64_t take) {
    studio::Patch still = patch;
    still.share = 0.0;
    return studio::scenario_of(still, {take, studio::preset_velocity, {}});
}

}  // namespace

PullStream::PullStream(const studio::Patch& patch, const JointStart& left, std::uint64_t take)
    : scenario_(start_of(patch, take)),
      stream_(scenario_, left),
      rate_(patch.sample_rate_hz),
      gain_(patch.gain_per_pa),
      block_(static_cast<std::size_t>(rate_ / blocks_per_second)),
      reach_(audio::kernel_reach_s(rate_)),
      ears_(ears_of(scenario_, patch)) {}

/// Without the time that the sound takes to the middle of the head: an instrument answers at once. No ear is nearer to
/// a joint in the middle.
std::vector<PullStream::Ear> PullStream::ears_of(const Scenario& scenario, const studio::Patch& patch) {
    const auto hearing = studio::hearing_of(scenario, -arrival_delay(medium(scenario), scenario.listener.distance));
    std::vector<Ear> ears;
    for (const audio::Place& place : audio::ears(patch.listening, hearing.distance_m))
        ears.push_back({audio::paths({}, {&place, 1}, hearing).front(),
                        audio::Renderer(patch.sample_rate_hz, studio::body_response(scenario.listener, place))});
    return ears;
}

void PullStream::add_nodes(const Trajectory& piece) {
    const Emitter joint = emission(piece, audio::max_panel_s(rate_)).front();
    time_.insert(time_.end(), joint.time.begin(), joint.time.end());
    strength_.insert(strength_.end(), joint.weighted_strength.begin(), joint.weighted_strength.end());
}

/// One block from `start` on, whose nodes are all there.
std::vector<float> PullStream::heard(double start) {
    const std::size_t channels = ears_.size();
    std::vector<float> samples(block_ * channels);
    for (std::size_t c = 0; c < channels; ++c) {
        const audio::Monopole emitter{time_, strength_, {ears_[c].path}};
        const audio::Signal signal = ears_[c].renderer.render({&emitter, 1}, {start, block_s()});
        for (std::size_t n = 0; n < block_; ++n)
            samples[n * channels + c] = static_cast<float>(signal.samples[n] * gain_);
    }
    return samples;
}

void PullStream::forget_before(double time) {
    const auto keep = std::lower_bound(time_.begin(), time_.end(), time) - time_.begin();
    time_.erase(time_.begin(), time_.begin() + keep);
    strength_.erase(strength_.begin(), strength_.begin() + keep);
}

PullStream::Piece PullStream::advance(const HandPoint& point) {
    const double end = static_cast<double>(blocks_ + 1) * block_s();
    const Trajectory piece = stream_.advance(end, point);
    if (!finished(piece.outcome)) return {{}, {}, {}, studio::ending_of(piece), {}};
    add_nodes(piece);

    // Whatever may still change these samples lies before `end`.
    const double lag = std::ceil(reach_ * rate_) / rate_;
    std::vector<float> samples = heard(static_cast<double>(blocks_) * block_s() - lag);
    ++blocks_;
    double longest = 0.0;  // that a node is heard for
    for (const Ear& ear : ears_) longest = std::max(longest, ear.path.delay_s + ear.renderer.tail_s());
    forget_before(end - lag - longest - 2.0 / rate_);
    return {std::move(samples), piece.at(end), studio::glances(piece).front(), studio::ending_of(piece),
            piece.left_over};
}

PullStream::Piece PullStream::last(const HandPoint& point) {
    Piece piece = advance(point);
    for (std::size_t i = 0; i < piece.samples.size(); ++i) {
        const float s = 1.0F - static_cast<float>(i / ears_.size() + 1) / static_cast<float>(block_);
        piece.samples[i] *= s * s * (3.0F - 2.0F * s);
    }
    return piece;
}

}  // namespace synovia::instrument
