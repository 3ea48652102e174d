// The hand that holds the joint: moves it, sends its sound block by block, and leaves behind what it has become.
#pragma once
#include <cstddef>
#include <optional>

#include "apps/instrument/order_book.hpp"
#include "apps/instrument/pull_stream.hpp"
#include "apps/instrument/resting_joint.hpp"
#include "apps/instrument/say.hpp"
#include "apps/instrument/scope.hpp"
#include "solver/hand.hpp"

namespace synovia::instrument {

class Grip {
public:
    /// All must outlive the grip.
    Grip(OrderBook& orders, RestingJoint& joint, Scope& scope, const Say& say)
        : orders_(orders), joint_(joint), scope_(scope), say_(say) {}

    bool holds() const { return stream_.has_value(); }
    /// Where the joint in the hand is; absent: none is.
    const std::optional<Sample>& held() const { return held_; }
    const Hand& hand() const { return hand_; }

    /// Takes the joint as it is. `patch_index`: of the patch in the score. Preconditions: it holds none, and the orders
    /// have room for a hand. Throws InvalidScenario for what no hand can move.
    void take(const studio::Patch& patch, std::size_t patch_index);
    /// The hand goes to `position` [m] within `seconds`. Precondition: it holds a joint.
    void move_to(double position, double seconds) { hand_.move_to(position, seconds); }
    /// Sends blocks until there are enough on their way for a card that asks for so many frames at once. Where the
    /// equations cannot go on the hand loses the joint, in silence.
    void keep_ahead(std::size_t longest_block_frames);
    /// Nothing if it holds none.
    void let_go();

private:
    std::size_t blocks_ahead(std::size_t longest_block_frames) const;
    void send_block(bool last);
    void lose(const studio::Ending& ending);
    void leave();

    OrderBook& orders_;
    RestingJoint& joint_;
    Scope& scope_;
    const Say& say_;
    std::optional<PullStream> stream_;
    Scenario scenario_;  // of the joint, before it was taken
    Hand hand_;
    std::optional<Sample> held_;
    bool popped_ = false;
};

}  // namespace synovia::instrument
