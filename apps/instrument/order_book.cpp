#include "apps/instrument/order_book.hpp"

#include <cassert>
#include <utility>

#include "audio/core/level.hpp"

namespace synovia::instrument {

using Kind = audio::Order::Kind;

audio::Order level_order(double dbfs) {
    audio::Order order{Kind::level};
    order.level = static_cast<float>(audio::factor_of(dbfs));
    return order;
}

/// Everything is in its place before the order is sent: the mixer's thread may begin it at once.
bool OrderBook::send(audio::Order order, Sent sent) {
    order.id = next_id_;
    const Sent& kept = under_way_[order.id] = std::move(sent);
    order.samples = kept.take ? kept.take->samples : kept.samples;
    order.channels = kept.take ? kept.take->channels : mixer_.channels();
    if (!mixer_.send(order)) {
        under_way_.erase(order.id);
        return false;
    }
    ++next_id_;
    return true;
}

bool OrderBook::pop(std::shared_ptr<const studio::Take> take, const studio::PopEvent& event) {
    return has_room() && send({Kind::sound}, {event, {}, false, std::move(take), {}});
}

bool OrderBook::level(const studio::LevelEvent& event) {
    return has_room() && send(level_order(event.dbfs), {event, {}, false, nullptr, {}});
}

void OrderBook::block(std::vector<float> samples, const studio::HandEvent& event) {
    send_block(event, std::move(samples), event.last);
}

void OrderBook::loss(std::size_t frames) {
    send_block(studio::LossEvent{}, std::vector<float>(frames * mixer_.channels()), true);
}

void OrderBook::send_block(const What& event, std::vector<float> samples, bool last) {
    assert(blocks_ < room_for_the_hand);
    audio::Order order{Kind::stream};
    order.last = last;
    const auto grasp = std::exchange(grasp_, std::nullopt);
    [[maybe_unused]] const bool sent = send(order, {event, grasp, true, nullptr, std::move(samples)});
    assert(sent);  // its room was kept for it
    ++blocks_;
}

void OrderBook::note(const Sent& sent, std::uint64_t frame) {
    if (sent.grasp) events_.push_back({frame, *sent.grasp});
    events_.push_back({frame, sent.event});
}

std::size_t OrderBook::collect() {
    std::size_t refused = 0;
    for (audio::Receipt receipt; mixer_.receive(receipt);) {
        const auto it = under_way_.find(receipt.id);
        if (receipt.kind == audio::Receipt::Kind::started) {
            note(it->second, receipt.frame);
            continue;
        }
        if (receipt.kind == audio::Receipt::Kind::refused) ++refused;
        if (it->second.block || it->second.take) last_end_ = receipt.frame;
        if (it->second.block) --blocks_;
        under_way_.erase(it);
    }
    return refused;
}

}  // namespace synovia::instrument
