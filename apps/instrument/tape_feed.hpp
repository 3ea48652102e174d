// From the mixer to tape and journal: what was played, while it is played.
#pragma once
#include <cstddef>
#include <optional>
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

    /// Writes down what was played. Whatever began on what is fetched has been told by then: score and journal know all
    /// of what is on the tape, also where it ends with a failure. A disk that takes no more ends the recording, and
    /// nothing else. Returns how many pops the mixer has refused.
    std::size_t keep_up();

private:
    template <class Write>
    void attempt(const Write& write);

    audio::Mixer& mixer_;
    OrderBook& orders_;
    studio::Score& score_;
    Tape* tape_ = nullptr;
    Journal* journal_ = nullptr;
    std::string failure_;
    std::vector<float> piece_;
};

}  // namespace synovia::instrument
