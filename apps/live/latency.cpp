#include "apps/live/latency.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <thread>

#include "apps/cli/human.hpp"

namespace synovia::live {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

/// Seconds from the call until the block with the first sample was complete, less the rest of that block.
double one_trigger(Card& card, audio::Mixer& mixer, const audio::Order& order) {
    const Clock::time_point start = Clock::now();
    mixer.send(order);
    audio::Receipt receipt{};
    while (!mixer.receive(receipt) || receipt.kind != audio::Receipt::Kind::started) {
        if (seconds_since(start) > 1.0) card.watch();
        std::this_thread::sleep_for(std::chrono::microseconds(20));
    }
    // The block had begun at the order's start, because that is when orders are taken; the first sample comes later.
    return seconds_since(start) + static_cast<double>(audio::Mixer::latency) / card.sample_rate_hz();
}

}  // namespace

LatencyFigures measure_latency(Card& card, audio::Mixer& mixer, int triggers) {
    static constexpr std::array<float, 48> click{1.0F};
    LatencyFigures figures;
    for (int i = 0; i < triggers; ++i) {
        // 20 to 30 ms apart, never in step with the blocks
        std::this_thread::sleep_for(std::chrono::microseconds(20'000 + 7919 * i % 10'000));
        for (audio::Receipt receipt; mixer.receive(receipt);) continue;
        const double latency =
            one_trigger(card, mixer, {audio::Order::Kind::sound, static_cast<std::uint64_t>(i), click});
        figures.mean_s += latency / triggers;
        figures.worst_s = std::max(figures.worst_s, latency);
        ++figures.triggers;
    }
    figures.worst_frames = static_cast<std::size_t>(std::lround(figures.worst_s * card.sample_rate_hz()));
    return figures;
}

std::string latency_text(const LatencyFigures& figures, const Card& card) {
    return "trigger to first sample: mean " + cli::with_prefix(figures.mean_s, "s") + ", worst " +
           cli::with_prefix(figures.worst_s, "s") + " (" + std::to_string(figures.worst_frames) + " frames) of " +
           std::to_string(figures.triggers) + ", with " + std::to_string(frames_per_buffer) + " frames per buffer at " +
           std::to_string(card.sample_rate_hz()) + " Hz\nthe device " + card.name() + " adds " +
           cli::with_prefix(card.latency_s(), "s") + ", as it reports\n";
}

}  // namespace synovia::live
