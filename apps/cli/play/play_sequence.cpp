#include "apps/cli/play/play_sequence.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace synovia::cli {

Sequence::Sequence(std::vector<std::vector<float>> sounds, std::optional<std::uint64_t> rounds, std::size_t channels)
    : sounds_(std::move(sounds)), rounds_(rounds), channels_(channels) {
    std::erase_if(sounds_, [](const auto& sound) { return sound.empty(); });
    assert(!sounds_.empty());
}

bool Sequence::fill(float* out, std::size_t frames) noexcept {
    float peak = 0.0F;
    std::size_t left = frames * channels_;
    while (left > 0 && !over()) {
        const std::vector<float>& sound = sounds_[sound_];
        const std::size_t count = std::min(left, sound.size() - sample_);
        for (std::size_t n = 0; n < count; ++n) {
            out[n] = sound[sample_ + n];
            peak = std::max(peak, std::abs(out[n]));
        }
        out += count;
        left -= count;
        sample_ += count;
        if (sample_ == sound.size()) next_sound();
    }
    std::fill_n(out, left, 0.0F);
    publish(peak);
    return !over();
}

void Sequence::next_sound() noexcept {
    sample_ = 0;
    if (++sound_ < sounds_.size()) return;
    sound_ = 0;
    ++round_;
}

void Sequence::publish(float peak) noexcept {
    shown_round_.store(round_, std::memory_order_relaxed);
    shown_sound_.store(sound_, std::memory_order_relaxed);
    // A reader in between costs the meter one block, nothing else.
    shown_peak_.store(std::max(peak, shown_peak_.load(std::memory_order_relaxed)), std::memory_order_relaxed);
}

Sequence::Place Sequence::place() noexcept {
    return {shown_round_.load(std::memory_order_relaxed), shown_sound_.load(std::memory_order_relaxed),
            shown_peak_.exchange(0.0F, std::memory_order_relaxed)};
}

}  // namespace synovia::cli
