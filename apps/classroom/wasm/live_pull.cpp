#include "apps/classroom/wasm/live_pull.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "solver/source.hpp"

namespace synovia::classroom {
namespace {

constexpr double blocks_per_second = 200.0;

/// How long the body's low pass remembers, as audio::render() counts it: to 1e-8.
double body_memory_s(const Listener& listener) {
    const auto corner = body_corner_hz(listener);
    return corner ? std::log(1e8) / (2.0 * std::numbers::pi * *corner) : 0.0;
}

}  // namespace

std::optional<double> body_corner_hz(const Listener& listener) {
    if (!listener.body_radius) return std::nullopt;
    return listener.air_sound_speed / (2.0 * std::numbers::pi * *listener.body_radius);
}

LivePull::LivePull(const Scenario& scenario, double sample_rate_hz)
    : scenario_(scenario),
      stream_(scenario),
      rate_(sample_rate_hz),
      block_(static_cast<std::size_t>(rate_ / blocks_per_second)),
      lag_(std::ceil(audio::kernel_reach_s(rate_) * rate_) / rate_) {}

void LivePull::add_nodes(const Trajectory& piece) {
    const SourceStrength source = source_strength(piece, audio::max_panel_s(rate_));
    time_.insert(time_.end(), source.time.begin(), source.time.end());
    for (std::size_t i = 0; i < source.time.size(); ++i) strength_.push_back(source.weight[i] * source.strength[i]);
}

void LivePull::render_block() {
    audio::RenderSettings settings;
    settings.sample_rate_hz = rate_;
    settings.start_time_s = static_cast<double>(blocks_) * block_s() - lag_;
    settings.duration_s = block_s();
    settings.body_corner_hz = body_corner_hz(scenario_.listener);
    const audio::Source source{time_, strength_, pressure_per_strength(scenario_), 0.0};
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
    add_nodes(piece);
    render_block();
    ++blocks_;
    forget(end - 2.0 * lag_ - body_memory_s(scenario_.listener) - 2.0 / rate_);
    return piece;
}

}  // namespace synovia::classroom
