#include "apps/cli/play/play_sequence.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace synovia::cli {
namespace {

constexpr std::size_t frames_per_block = 256;

std::vector<audio::SparseSignal> heard(std::vector<audio::SparseSignal> sounds) {
    std::erase_if(sounds, [](const audio::SparseSignal& sound) { return sound.frames() == 0; });
    assert(!sounds.empty());
    return sounds;
}

}  // namespace

Sequence::Sequence(std::vector<audio::SparseSignal> sounds, std::optional<std::uint64_t> rounds)
    : sounds_(heard(std::move(sounds))),
      rounds_(rounds),
      channels_(sounds_.front().channels),
      block_(frames_per_block * channels_),
      reader_(sounds_.front()) {}

bool Sequence::fill(float* out, std::size_t frames) noexcept {
    float peak = 0.0F;
    std::size_t left = frames * channels_;
    while (left > 0 && !over()) {
        const std::span<const double> block = next_block(left);
        for (const double sample : block) {
            *out = static_cast<float>(sample);
            peak = std::max(peak, std::abs(*out++));
        }
        left -= block.size();
    }
    std::fill_n(out, left, 0.0F);
    publish(peak);
    return !over();
}

std::span<const double> Sequence::next_block(std::size_t most) noexcept {
    const auto block = reader_.next(std::span(block_).first(std::min(most, block_.size())));
    if (reader_.frame() == sounds_[sound_].frames()) {
        if (++sound_ == sounds_.size()) {
            sound_ = 0;
            ++round_;
        }
        reader_ = audio::SparseReader(sounds_[sound_]);
    }
    return block;
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
