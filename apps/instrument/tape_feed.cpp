#include "apps/instrument/tape_feed.hpp"

#include <span>

#include "apps/studio/file_error.hpp"

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

std::size_t TapeFeed::keep_up() {
    std::size_t refused = 0;
    while (const std::size_t count = mixer_.fetch_tape(piece_)) {
        refused += orders_.collect();
        attempt([&] { tape_->write(std::span(piece_).first(count)); });
    }
    refused += orders_.collect();
    attempt([&] {
        score_.frames = tape_->frames();
        journal_->keep_up(score_);
    });
    return refused;
}

std::optional<double> TapeFeed::recorded_s() const {
    if (tape_ == nullptr) return std::nullopt;
    return static_cast<double>(tape_->frames()) / score_.sample_rate_hz;
}

}  // namespace synovia::instrument
