// Finished sounds, one after the other and all over again: what the sound card's thread reads.
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "audio/core/sparse_reader.hpp"

namespace synovia::cli {

class Sequence {
public:
    /// `sounds` of equally many channels, full scale = 1; `rounds` absent: for ever. Precondition: at least one frame.
    Sequence(std::vector<audio::SparseSignal> sounds, std::optional<std::uint64_t> rounds);

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
    /// Not empty, unless it was over.
    std::span<const double> next_block(std::size_t most) noexcept;
    void publish(float peak) noexcept;

    std::vector<audio::SparseSignal> sounds_;
    std::optional<std::uint64_t> rounds_;
    std::size_t channels_;
    std::vector<double> block_;
    std::uint64_t round_ = 0;
    std::size_t sound_ = 0;
    audio::SparseReader reader_;
    std::atomic<std::uint64_t> shown_round_ = 0;
    std::atomic<std::size_t> shown_sound_ = 0;
    std::atomic<float> shown_peak_ = 0.0F;
};

}  // namespace synovia::cli
