#include "apps/instrument/grip.hpp"

#include <algorithm>
#include <utility>

namespace synovia::instrument {
namespace {

constexpr std::size_t least_blocks_ahead = 4;  // 20 ms

}  // namespace

void Grip::take(const studio::Patch& patch, std::size_t patch_index) {
    const auto residual = joint_.residual_radius();
    stream_.emplace(patch, residual);
    scenario_ = patch.scenario;
    hand_ = Hand();
    popped_ = false;
    orders_.grasp({patch_index, residual});
    scope_.draw(0.0, {});
}

void Grip::send_block(bool last) {
    const HandPoint point = hand_.step(stream_->block_s());
    PullStream::Piece piece = last ? stream_->last(point) : stream_->advance(point);
    if (!finished(piece.ending)) return lose(piece.ending);
    orders_.block(std::move(piece.samples), {point.position, point.velocity.value_or(0.0), last});
    held_ = piece.end;
    scope_.append(piece.glance);
    const bool popped = piece.ending.outcome == Outcome::popped;
    if (popped && !std::exchange(popped_, true)) say_("pop in the hand");
    if (last) leave();
}

void Grip::lose(const studio::Ending& ending) {
    say_("error: " + unfinished_text("pull", ending));
    orders_.loss(stream_->block_frames());
    leave();
}

void Grip::leave() {
    if (held_) joint_.after_pull(scenario_, popped_ || joint_.residual_radius(), held_->gas_mol);
    stream_.reset();
    held_.reset();
    say_("let go");
}

void Grip::let_go() {
    if (stream_) send_block(true);
}

/// The card may take all it gets at once in one go, and the next block is only then on its way.
std::size_t Grip::blocks_ahead(std::size_t longest_block_frames) const {
    const std::size_t at_once = longest_block_frames / stream_->block_frames() + 1;
    return std::clamp(2 * at_once, least_blocks_ahead, OrderBook::room_for_the_hand - 2);
}

void Grip::keep_ahead(std::size_t longest_block_frames) {
    while (stream_ && orders_.blocks() < blocks_ahead(longest_block_frames)) send_block(false);
}

}  // namespace synovia::instrument
