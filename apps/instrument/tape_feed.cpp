#include "apps/instrument/tape_feed.hpp"

#include <variant>

#include "apps/studio/file_error.hpp"
#include "apps/studio/score_metadata.hpp"

namespace synovia::instrument {
namespace {

constexpr std::size_t frames_at_once = 4096;

}  // namespace

TapeFeed::TapeFeed(audio::Mixer& mixer, OrderBook& orders, studio::Score& score)
    : mixer_(mixer), orders_(orders), score_(score), piece_(frames_at_once * mixer.channels()) {}

template <class Write>
void TapeFeed::attempt(const Write& write) {
    if (tape_ == nullptr) return;
    try {
        write();
    } catch (const studio::FileError& error) {
        failure_ = error.what();
        record_to(nullptr, nullptr);
    }
}

void TapeFeed::write_down(std::span<const float> samples) {
    score_.frames = tape_->frames() + samples.size() / mixer_.channels();
    journal_->keep_up(score_);
    describe();
    tape_->write(samples);
}

/// Title and calibration change with the level and with what sounds, and with nothing else. An event may be known
/// before the tape has its frame: then it counts with the piece that has.
void TapeFeed::describe() {
    bool changed = false;
    const auto& events = score_.events;
    for (; described_ < events.size() && events[described_].frame < score_.frames; ++described_) {
        const studio::ScoreEvent& event = events[described_];
        const auto patch = studio::patch_of(event);
        changed = changed || std::holds_alternative<studio::LevelEvent>(event.what) || (patch && patch != sounding_);
        if (patch) sounding_ = patch;
    }
    if (changed) tape_->set_texts(studio::metadata_of(score_));
}

std::size_t TapeFeed::keep_up() {
    std::size_t refused = 0;
    while (const std::size_t count = mixer_.fetch_tape(piece_)) {
        refused += orders_.collect();
        attempt([&] { write_down(std::span(piece_).first(count)); });
    }
    refused += orders_.collect();
    attempt([&] { journal_->keep_up(score_); });
    return refused;
}

std::optional<double> TapeFeed::recorded_s() const {
    if (tape_ == nullptr) return std::nullopt;
    return static_cast<double>(tape_->frames()) / score_.sample_rate_hz;
}

}  // namespace synovia::instrument
