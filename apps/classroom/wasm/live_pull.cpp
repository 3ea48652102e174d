#include "apps/classroom/wasm/live_pull.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace synovia::classroom {
namespace {

constexpr double blocks_per_second = 200.0;

/// How long the body's low pass remembers, as audio::render() counts it: to 1e-8.
double body_memory_s(const Emitter& emitter) {
    return emitter.body_corner ? std::log(1e8) / (2.0 * std::numbers::pi * *emitter.body_corner) : 0.0;
}

}  // namespace

LivePull::LivePull(const Scenario& scenario, double sample_rate_hz)
    : stream_(scenario),
      rate_(sample_rate_hz),
      block_(static_cast<std::size_t>(rate_ / blocks_per_second)),
      lag_(std::ceil(audio::kernel_reach_s(rate_) * rate_) / rate_) {}

void LivePull::render_block(const Emitter& emitter) {
    time_.insert(time_.end(), emitter.time.begin(), emitter.time.end());
    strength_.insert(strength_.end(), emitter.weighted_strength.begin(), emitter.weighted_strength.end());
    audio::RenderSettings settings;
    settings.sample_rate_hz = rate_;
    settings.start_time_s = static_cast<double>(blocks_) * block_s() - lag_;
    settings.duration_s = block_s();
    settings.body_corner_hz = emitter.body_corner;
    const audio::Source source{time_, strength_, emitter.gain, 0.0};
    samples_ = audio::render({&source, 1}, settings).samples;
}

void LivePull::forget(double before) {
    const auto keep = std::lower_bound(time_.begin(), time_.end(), before) - time_.begin();
    time_.erase(time_.begin(), time_.begin() + keep);
    strength_.erase(strength_.begin(), strength_.begin() + keep);
}

Trajectory LivePull::advance(double position, double velocity) {
    const double end = static_cast<double>(blocks_ + 1) * block_s();
    Trajectory piece = stream_.advance(end, {position, velocity});
    const Emitter emitter = emission(piece, audio::max_panel_s(rate_)).front();
    render_block(emitter);
    ++blocks_;
    forget(end - 2.0 * lag_ - body_memory_s(emitter) - 2.0 / rate_);
    return piece;
}

}  // namespace synovia::classroom
