// From the mixer to tape and journal: what was played, while it is played.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "apps/instrument/journal.hpp"
#include "apps/instrument/order_book.hpp"
#include "apps/instrument/tape.hpp"
#include "apps/studio/score.hpp"
#include "audio/live/mixer.hpp"

namespace synovia::instrument {

class TapeFeed {
public:
    /// All must outlive the feed; the orders become the score's events.
    TapeFeed(audio::Mixer& mixer, OrderBook& orders, studio::Score& score);

    /// From here on; both null: no longer. Both must outlive the feed, or be taken away.
    void record_to(Tape* tape, Journal* journal) { tape_ = tape, journal_ = journal; }
    /// Length of the recording so far [s]; absent: nothing is recorded, or no longer.
    std::optional<double> recorded_s() const;
    /// Why the recording has ended before the playing; empty: it has not.
    const std::string& failure() const { return failure_; }

    /// Writes down what was played, first in the journal: whatever ends the program, the journal is as long as what is
    /// on the tape, or by one piece longer, and knows all of it. The tape says with which calibration. A disk that
    /// takes no more ends the recording, and nothing else. Returns how many pops the mixer has refused.
    std::size_t keep_up();

private:
    template <class Write>
    void attempt(const Write& write);
    void write_down(std::span<const float> samples);
    void describe();

    audio::Mixer& mixer_;
    OrderBook& orders_;
    studio::Score& score_;
    Tape* tape_ = nullptr;
    Journal* journal_ = nullptr;
    std::string failure_;
    std::vector<float> piece_;
    std::size_t described_ = 0;            // events that the texts of the tape know of
    std::optional<std::size_t> sounding_;  // the patch of the last of them that sounds
};

}  // namespace synovia::instrument
