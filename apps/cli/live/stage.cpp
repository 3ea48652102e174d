#include "apps/cli/live/stage.hpp"

#include <thread>

#include "apps/cli/console/interrupt.hpp"

namespace synovia::cli {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr Seconds between_watches{0.1};

}  // namespace

double Stage::turn() {
    const Clock::time_point now = Clock::now();
    const Seconds passed = now - last_;
    last_ = now;
    session_.tick(passed.count());
    if (now - watched_ > between_watches) {
        watched_ = now;
        card_.watch();
    }
    return passed.count();
}

void Stage::turn_and_rest() {
    turn();
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
}

void Stage::play_out() {
    session_.let_go();
    while (!interrupted() && (session_.waits() || session_.sounding())) turn_and_rest();
    const std::uint64_t end = session_.meter().last().frames + audio::Mixer::latency + frames_per_buffer;
    while (!interrupted() && session_.meter().last().frames < end) turn_and_rest();
    card_.stop();
    turn();
}

/// A card that plays no more is not waited for.
void Stage::fade_out() {
    constexpr Seconds fade{0.05}, longest{0.2};  // the level falls by 20 dB in 10 ms
    session_.fade_out();
    const Clock::time_point begin = Clock::now();
    const auto frames = static_cast<std::uint64_t>(fade.count() * card_.sample_rate_hz());
    const std::uint64_t end = session_.meter().last().frames + frames;
    while (session_.meter().last().frames < end && Clock::now() - begin < longest) turn_and_rest();
    card_.stop();
    turn();
}

void Stage::pause() {
    card_.stop();
    turn();
}

void Stage::resume() {
    card_.start(session_.mixer());
    last_ = watched_ = Clock::now();
}

}  // namespace synovia::cli
