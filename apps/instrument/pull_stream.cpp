#include "apps/instrument/pull_stream.hpp"

#include <algorithm>
#include <cmath>

#include "apps/studio/radiation.hpp"
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
      renderer_(rate_, studio::body_response(scenario_.listener)) {}

void PullStream::add_nodes(const Trajectory& piece) {
    const Emitter joint = emission(piece, audio::max_panel_s(rate_)).front();
    time_.insert(time_.end(), joint.time.begin(), joint.time.end());
    strength_.insert(strength_.end(), joint.weighted_strength.begin(), joint.weighted_strength.end());
}

PullStream::Piece PullStream::advance(const HandPoint& point) {
    const double length = static_cast<double>(block_) / rate_;
    const double end = static_cast<double>(blocks_ + 1) * length;
    const Trajectory piece = stream_.advance(end, point);
    if (!finished(piece.outcome)) return {{}, {}, {}, studio::ending_of(piece), {}};
    add_nodes(piece);

    // Whatever may still change these samples lies before `end`.
    const double lag = std::ceil(reach_ * rate_) / rate_;
    const double gain = pressure_per_strength(medium(scenario_), scenario_.listener.distance);
    const audio::Emitter emitter{time_, strength_, {{gain, 0.0}}};
    const audio::Signal signal = renderer_.render({&emitter, 1}, {static_cast<double>(blocks_) * length - lag, length});

    ++blocks_;
    const double heard = end - lag - renderer_.tail_s() - 2.0 / rate_;
    const auto keep = std::lower_bound(time_.begin(), time_.end(), heard) - time_.begin();
    time_.erase(time_.begin(), time_.begin() + keep);
    strength_.erase(strength_.begin(), strength_.begin() + keep);

    Piece result{{}, piece.at(end), studio::glances(piece).front(), studio::ending_of(piece), piece.left_over};
    for (const double x : signal.samples) result.samples.push_back(static_cast<float>(x * gain_));
    return result;
}

PullStream::Piece PullStream::last(const HandPoint& point) {
    Piece piece = advance(point);
    for (std::size_t i = 0; i < piece.samples.size(); ++i) {
        const float s = 1.0F - static_cast<float>(i + 1) / static_cast<float>(piece.samples.size());
        piece.samples[i] *= s * s * (3.0F - 2.0F * s);
    }
    return piece;
}

}  // namespace synovia::instrument
