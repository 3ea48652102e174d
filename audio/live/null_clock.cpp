#include "audio/live/null_clock.hpp"

#include <cassert>
#include <chrono>
#include <ctime>
#include <utility>
#include <vector>

namespace synovia::audio {
namespace {

/// Processor time of this thread [s]: what the fill itself used, whoever else kept the processor busy.
double thread_seconds() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

}  // namespace

NullClock::NullClock(double sample_rate_hz, std::size_t frames_per_block, Fill fill, std::size_t channels)
    : fill_(std::move(fill)) {
    assert(sample_rate_hz > 0.0 && frames_per_block > 0 && channels > 0);
    thread_ = std::thread([=, this] { run(sample_rate_hz, frames_per_block, channels); });
}

NullClock::~NullClock() {
    stop_ = true;
    thread_.join();
}

void NullClock::run(double sample_rate_hz, std::size_t frames_per_block, std::size_t channels) {
    using Clock = std::chrono::steady_clock;
    const std::chrono::duration<double> period(static_cast<double>(frames_per_block) / sample_rate_hz);
    std::vector<float> block(frames_per_block * channels);
    const Clock::time_point start = Clock::now();
    for (double blocks = 1.0; !stop_; ++blocks) {
        const double before = thread_seconds();
        fill_(block.data(), frames_per_block);
        if (thread_seconds() - before > period.count()) underflows_.fetch_add(1);
        std::this_thread::sleep_until(start + std::chrono::duration_cast<Clock::duration>(period * blocks));
    }
}

}  // namespace synovia::audio
