// Finished sounds, one after the other and all over again: what the sound card's thread reads.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace synovia::cli {

class Sequence {
public:
    /// `sounds` with all of the channels, interleaved, full scale = 1; `rounds` absent: for ever. Precondition: at
    /// least one frame.
    Sequence(std::vector<std::vector<float>> sounds, std::optional<std::uint64_t> rounds, std::size_t channels = 1);

    /// Copies the next frames, silence after the last. False: that was the end. Real-time code.
    bool fill(float* out, std::size_t frames) noexcept;

    /// Rounds and sounds of this round that are complete; the largest sample since this was asked last.
    struct Place {
        std::uint64_t round = 0;
        std::size_t sound = 0;
        float peak = 0.0F;
    };
    Place place() noexcept;

private:
    bool over() const noexcept { return rounds_ && round_ >= *rounds_; }
    void next_sound() noexcept;
    void publish(float peak) noexcept;

    std::vector<std::vector<float>> sounds_;
    std::optional<std::uint64_t> rounds_;
    std::size_t channels_;
    std::uint64_t round_ = 0;
    std::size_t sound_ = 0;
    std::size_t sample_ = 0;
    std::atomic<std::uint64_t> shown_round_ = 0;
    std::atomic<std::size_t> shown_sound_ = 0;
    std::atomic<float> shown_peak_ = 0.0F;
};

}  // namespace synovia::cli
