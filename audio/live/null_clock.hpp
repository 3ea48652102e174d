// A sound card that is not there: calls the fill function at the pace of real time and forgets the sound. For tests,
// and for machines without a card.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <thread>

namespace synovia::audio {

class NullClock {
public:
    /// Writes `frames` frames, channels interleaved.
    using Fill = std::function<void(float* out, std::size_t frames)>;

    /// Starts at once. Precondition: positive rate, at least one frame per block and one channel.
    NullClock(double sample_rate_hz, std::size_t frames_per_block, Fill fill, std::size_t channels = 1);
    ~NullClock();
    NullClock(const NullClock&) = delete;
    NullClock& operator=(const NullClock&) = delete;

    /// Blocks whose fill took longer than they last.
    std::uint64_t underflows() const { return underflows_.load(); }

private:
    void run(double sample_rate_hz, std::size_t frames_per_block, std::size_t channels);

    Fill fill_;
    std::atomic<bool> stop_{false};
    std::atomic<std::uint64_t> underflows_{0};
    std::thread thread_;
};

}  // namespace synovia::audio
