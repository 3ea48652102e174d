// Orders on their way to the mixer: what was sent and is not done yet, with the samples that it needs.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "apps/studio/score.hpp"
#include "audio/live/mixer.hpp"

namespace synovia::instrument {

/// The master level as an order.
audio::Order level_order(double dbfs);

/// Each order becomes an event of the score when the mixer's receipt says that it has begun, and in which frame: the
/// score holds what was heard, in its order, and nothing that was refused or never came to pass.
class OrderBook {
public:
    static constexpr std::size_t room_for_the_hand = 64;  ///< orders that pops and levels leave to it

    /// Both must outlive the book.
    OrderBook(audio::Mixer& mixer, std::vector<studio::ScoreEvent>& events) : mixer_(mixer), events_(events) {}

    /// These are false where too much is under way; nothing has changed then.
    [[nodiscard]] bool pop(std::shared_ptr<const studio::Take> take, const studio::PopEvent& event);
    [[nodiscard]] bool level(const studio::LevelEvent& event);

    /// Room for a hand to take a joint and, whatever comes, to let it go.
    bool has_room_for_a_hand() const { return blocks_ + 2 <= room_for_the_hand; }
    /// What the next block or loss begins with.
    void grasp(const studio::GraspEvent& event) { grasp_ = event; }
    /// A block of the hand's way, with the mixer's channels. Precondition of both: blocks() < room_for_the_hand.
    void block(std::vector<float> samples, const studio::HandEvent& event);
    /// The hand has lost the joint: a block of silence.
    void loss(std::size_t frames);

    /// Takes the mixer's receipts: what has begun gets its frame, what has ended is freed. Returns how many pops the
    /// mixer has refused.
    std::size_t collect();

    bool empty() const { return under_way_.empty(); }
    /// The frame in which a sound has ended last.
    std::uint64_t last_end() const { return last_end_; }
    /// Of the hand, under way.
    std::size_t blocks() const { return blocks_; }

private:
    using What = decltype(studio::ScoreEvent::what);
    struct Sent {  // keeps the samples alive
        What event;
        std::optional<studio::GraspEvent> grasp;  // before it
        bool block = false;
        std::shared_ptr<const studio::Take> take;
        std::vector<float> samples;
    };
    bool has_room() const { return under_way_.size() + room_for_the_hand < audio::Mixer::most_orders; }
    bool send(audio::Order order, Sent sent);
    void send_block(const What& event, std::vector<float> samples, bool last);
    void note(const Sent& sent, std::uint64_t frame);

    audio::Mixer& mixer_;
    std::vector<studio::ScoreEvent>& events_;
    std::map<std::uint64_t, Sent> under_way_;  // by id
    std::uint64_t next_id_ = 1, last_end_ = 0;
    std::size_t blocks_ = 0;
    std::optional<studio::GraspEvent> grasp_;
};

}  // namespace synovia::instrument
