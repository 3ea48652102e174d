#include "apps/cli/live/latency.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>

#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

void rest(std::chrono::microseconds time) { std::this_thread::sleep_for(time); }

/// Seconds from the call until the block with the first sample was complete, less the rest of that block.
double one_trigger(Stage& stage) {
    instrument::Session& session = stage.session();
    const Clock::time_point start = Clock::now();
    session.trigger(studio::preset_velocity);
    const std::size_t event = session.score().events.size() - 1;
    while (session.score().events[event].frame == studio::ScoreEvent::never) {
        stage.turn();
        rest(std::chrono::microseconds(20));
    }
    // The block had begun at the order's start, because that is when orders are taken; the first sample comes later.
    return seconds_since(start) + static_cast<double>(audio::Mixer::latency) / stage.card().sample_rate_hz();
}

/// 20 to 30 ms apart, never in step with the blocks, and as a player would: when takes are there.
void pause(Stage& stage, int i) {
    const Clock::time_point start = Clock::now();
    const double length = 0.02 + 1e-6 * (7919 * i % 10'000);
    while (seconds_since(start) < length || !stage.session().prepared()) {
        stage.turn();
        rest(std::chrono::microseconds(200));
    }
}

}  // namespace

LatencyFigures measure_latency(Stage& stage, int triggers) {
    LatencyFigures figures;
    for (; figures.triggers < triggers; ++figures.triggers) {
        pause(stage, figures.triggers);
        const double latency = one_trigger(stage);
        figures.mean_s += latency / triggers;
        figures.worst_s = std::max(figures.worst_s, latency);
    }
    figures.worst_frames = static_cast<std::size_t>(std::lround(figures.worst_s * stage.card().sample_rate_hz()));
    return figures;
}

std::string latency_text(const LatencyFigures& figures, const Card& card) {
    return "trigger to first sample: mean " + studio::with_prefix(figures.mean_s, "s") + ", worst " +
           studio::with_prefix(figures.worst_s, "s") + " (" + std::to_string(figures.worst_frames) + " frames) of " +
           std::to_string(figures.triggers) + ", with " + std::to_string(frames_per_buffer) + " frames per buffer at " +
           std::to_string(card.sample_rate_hz()) + " Hz\nthe device " + card.name() + " adds " +
           studio::with_prefix(card.latency_s(), "s") + ", as it reports\n";
}

}  // namespace synovia::cli
