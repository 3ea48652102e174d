#include "apps/instrument/order_book.hpp"

#include <cassert>
#include <cmath>
#include <utility>

namespace synovia::instrument {

using Kind = audio::Order::Kind;
using studio::ScoreEvent;

audio::Order level_order(double dbfs) {
    audio::Order order{Kind::level};
    order.level = std::pow(10.0F, static_cast<float>(dbfs / 20.0));
    return order;
}

/// Everything is in its place before the order is sent: the mixer's thread may begin it at once.
bool OrderBook::send(audio::Order order, const ScoreEvent& event, Sent sent) {
    order.id = next_id_;
    sent.event = events_.size();
    const Sent& kept = under_way_[order.id] = std::move(sent);
    order.samples = kept.take ? kept.take->samples : kept.samples;
    if (!mixer_.send(order)) {
        under_way_.erase(order.id);
        return false;
    }
    events_.push_back(event);
    ++next_id_;
    return true;
}

bool OrderBook::pop(std::shared_ptr<const studio::Take> take, const studio::PopEvent& event) {
    return has_room() && send({Kind::sound}, {ScoreEvent::never, event}, {0, false, std::move(take), {}});
}

bool OrderBook::level(const studio::LevelEvent& event) {
    return has_room() && send(level_order(event.dbfs), {ScoreEvent::never, event}, {});
}

void OrderBook::block(std::vector<float> samples, const studio::HandEvent& event) {
    send_block({ScoreEvent::never, event}, std::move(samples), event.last);
}

void OrderBook::loss(std::size_t frames) {
    send_block({ScoreEvent::never, studio::LossEvent{}}, std::vector<float>(frames), true);
}

void OrderBook::send_block(const ScoreEvent& event, std::vector<float> samples, bool last) {
    assert(blocks_ < room_for_the_hand);
    audio::Order order{Kind::stream};
    order.last = last;
    [[maybe_unused]] const bool sent = send(order, event, {0, true, nullptr, std::move(samples)});
    assert(sent);  // its room was kept for it
    ++blocks_;
}

std::size_t OrderBook::collect() {
    std::size_t refused = 0;
    for (audio::Receipt receipt; mixer_.receive(receipt);) {
        const auto it = under_way_.find(receipt.id);
        if (receipt.kind == audio::Receipt::Kind::started) {
            events_[it->second.event].frame = receipt.frame;
            continue;
        }
        if (receipt.kind == audio::Receipt::Kind::refused) ++refused;
        if (it->second.block) --blocks_;
        under_way_.erase(it);
    }
    return refused;
}

}  // namespace synovia::instrument
