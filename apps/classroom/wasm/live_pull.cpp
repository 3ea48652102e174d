#include "apps/classroom/wasm/live_pull.hpp"

#include <algorithm>
#include <cmath>

#include "audio/core/body_sphere.hpp"

namespace synovia::classroom {
namespace {

constexpr double blocks_per_second = 200.0;

}  // namespace

audio::BodyResponse body_response(const Listener& listener) {
    if (!listener.body_radius) return {};
    return audio::rigid_sphere(
        {*listener.body_radius, listener.distance, listener.body_facing, listener.air_sound_speed});
}

LivePull::LivePull(const Scenario& scenario, double sample_rate_hz)
    : stream_(scenario),
      renderer_(sample_rate_hz, body_response(scenario.listener)),
      rate_(sample_rate_hz),
      block_(static_cast<std::size_t>(rate_ / blocks_per_second)),
      lag_(std::ceil(audio::kernel_reach_s(rate_) * rate_) / rate_),
      pace_(scenario.traction.distance) {}

void LivePull::render_block(const Emitter& joint) {
    time_.insert(time_.end(), joint.time.begin(), joint.time.end());
    strength_.insert(strength_.end(), joint.weighted_strength.begin(), joint.weighted_strength.end());
    const audio::Monopole emitter{time_, strength_, {{joint.gain, 0.0}}};
    const audio::TimeLine line{static_cast<double>(blocks_) * block_s() - lag_, block_s()};
    samples_ = renderer_.render({&emitter, 1}, line).samples;
}

void LivePull::forget(double before) {
    const auto keep = std::lower_bound(time_.begin(), time_.end(), before) - time_.begin();
    time_.erase(time_.begin(), time_.begin() + keep);
    strength_.erase(strength_.begin(), strength_.begin() + keep);
}

Trajectory LivePull::advance(double position, double velocity) {
    const double end = static_cast<double>(blocks_ + 1) * block_s();
    Trajectory piece = stream_.advance(end, {position, velocity, pace_.step(position, block_s())});
    render_block(emission(piece, audio::max_panel_s(rate_)).front());
    ++blocks_;
    forget(end - lag_ - renderer_.tail_s() - 2.0 / rate_);
    return piece;
}

}  // namespace synovia::classroom
