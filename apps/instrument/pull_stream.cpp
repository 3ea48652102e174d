#include "apps/instrument/pull_stream.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "apps/studio/radiation.hpp"
#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/kinds.hpp"

namespace synovia::instrument {
namespace {

constexpr double blocks_per_second = 200.0;

Scenario start_of(const studio::Patch& patch, std::optional<double> residual_radius) {
    studio::Patch still = patch;
    still.share = 0.0;
    return studio::scenario_of(still, {1, studio::preset_velocity, residual_radius});
}

/// A joint in the middle is no nearer to an ear than to the middle of the head: no way is shorter than that one.
double longest_delay_s(std::span<const audio::Path> paths) {
    double longest = 0.0;
    for (const audio::Path& path : paths) longest = std::max(longest, path.delay_s);
    return longest;
}

}  // namespace

PullStream::PullStream(const studio::Patch& patch, std::optional<double> residual_radius)
    : scenario_(start_of(patch, residual_radius)),
      stream_(scenario_),
      rate_(patch.sample_rate_hz),
      gain_(patch.gain_per_pa),
      paths_(studio::prompt_paths_of(scenario_, {}, patch.listening)),
      block_(static_cast<std::size_t>(rate_ / blocks_per_second)),
      reach_(audio::kernel_reach_s(rate_)),
      longest_delay_(longest_delay_s(paths_)),
      renderer_(rate_, studio::body_response(scenario_.listener, rate_)) {}

void PullStream::add_nodes(const Trajectory& piece) {
    const Emitter joint = emission(piece, audio::max_panel_s(rate_)).front();
    time_.insert(time_.end(), joint.time.begin(), joint.time.end());
    strength_.insert(strength_.end(), joint.weighted_strength.begin(), joint.weighted_strength.end());
}

PullStream::Piece PullStream::advance(const HandPoint& point) {
    const double length = block_s();
    const double end = static_cast<double>(blocks_ + 1) * length;
    const Trajectory piece = stream_.advance(end, point);
    if (!finished(piece.outcome)) return {{}, {}, {}, studio::ending_of(piece)};
    add_nodes(piece);

    // Whatever may still change these samples lies before `end`.
    const double lag = std::ceil(reach_ * rate_) / rate_;
    const audio::Emitter emitter{time_, strength_, paths_};
    const audio::TimeLine line{static_cast<double>(blocks_) * length - lag, length, paths_.size()};
    const audio::Signal signal = renderer_.render({&emitter, 1}, line);

    ++blocks_;
    const double heard = end - lag - longest_delay_ - renderer_.tail_s() - 2.0 / rate_;
    const auto keep = std::lower_bound(time_.begin(), time_.end(), heard) - time_.begin();
    time_.erase(time_.begin(), time_.begin() + keep);
    strength_.erase(strength_.begin(), strength_.begin() + keep);

    Piece result{{}, piece.at(end), studio::glances(piece).front(), studio::ending_of(piece)};
    for (const double x : signal.samples) result.samples.push_back(static_cast<float>(x * gain_));
    return result;
}

PullStream::Piece PullStream::last(const HandPoint& point) {
    Piece piece = advance(point);
    const std::size_t channels = paths_.size();
    for (std::size_t i = 0; i < piece.samples.size(); ++i) {
        const float s = 1.0F - static_cast<float>(i / channels + 1) / static_cast<float>(block_);
        piece.samples[i] *= s * s * (3.0F - 2.0F * s);
    }
    return piece;
}

}  // namespace synovia::instrument
