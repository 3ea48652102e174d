#include "apps/instrument/order_book.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;

namespace {

struct Desk {
    Desk() { take->samples.assign(100, 0.5F); }

    void play(std::size_t frames) {
        std::vector<float> block(frames);
        mixer.fill(block.data(), frames);
    }

    std::shared_ptr<Take> take = std::make_shared<Take>();
    audio::Mixer mixer;
    std::vector<ScoreEvent> events;
    OrderBook book{mixer, events};
};

}  // namespace

TEST_CASE("what is sent becomes an event, which gets its frame when it begins, and is freed when it has ended") {
    Desk desk;
    desk.play(10);
    CHECK(desk.book.pop(desk.take, {0, {3, 0.7, {}}}));
    CHECK(desk.book.level({-3.0}));
    CHECK(desk.take.use_count() == 2);
    CHECK(desk.events.empty());
    desk.play(50);
    CHECK(desk.book.collect() == 0);
    REQUIRE(desk.events.size() == 2);
    CHECK(desk.events[0].frame == 10);
    CHECK(std::get<PopEvent>(desk.events[0].what).request.take == 3);
    CHECK(desk.events[1].frame == 10);
    CHECK(desk.take.use_count() == 2);  // it still sounds
    desk.play(50);
    desk.book.collect();
    CHECK(desk.book.empty());
    CHECK(desk.take.use_count() == 1);
}

TEST_CASE("pops and levels that find no room change nothing, and leave the hand its own") {
    Desk desk;
    std::size_t sent = 0;
    while (desk.book.pop(desk.take, {})) ++sent;
    CHECK(sent == audio::Mixer::most_orders - OrderBook::room_for_the_hand);
    CHECK_FALSE(desk.book.level({-3.0}));
    CHECK(desk.take.use_count() == static_cast<long>(sent) + 1);
    for (std::size_t i = 0; i < OrderBook::room_for_the_hand; ++i) desk.book.block({0.0F}, {});
    CHECK(desk.book.blocks() == OrderBook::room_for_the_hand);
    CHECK_FALSE(desk.book.has_room_for_a_hand());
    desk.play(1);
    CHECK(desk.book.collect() == sent - 2 * audio::polyphony);  // sixteen sound and sixteen fade
    CHECK(desk.events.size() == 2 * audio::polyphony + 1);      // and the first block
}

TEST_CASE("the last block of a hand, and the silence after a loss, end the stream") {
    for (const bool lost : {false, true}) {
        Desk desk;
        desk.book.grasp({0, 1e-4});
        desk.book.block(std::vector<float>(20), {1e-3, 0.0, false});
        if (lost)
            desk.book.loss(20);
        else
            desk.book.block(std::vector<float>(20), {1e-3, 0.0, true});
        desk.play(100);
        desk.book.collect();
        CHECK(desk.book.blocks() == 0);
        CHECK(desk.book.empty());
        CHECK(desk.mixer.meter().starved == 0);
        REQUIRE(desk.events.size() == 3);
        CHECK(std::get<GraspEvent>(desk.events[0].what).residual_radius == 1e-4);
        CHECK(desk.events[1].frame == 0);
        CHECK(desk.events[2].frame == 20);
    }
}

TEST_CASE("takes and the hand's way have the mixer's channels") {
    audio::Mixer mixer(0, 2);
    std::vector<ScoreEvent> events;
    OrderBook book{mixer, events};
    const auto take = std::make_shared<Take>();
    take->channels = 2;
    for (int i = 0; i < 100; ++i) take->samples.insert(take->samples.end(), {0.5F, 0.25F});
    CHECK(book.pop(take, {}));
    book.block(take->samples, {1e-3, 0.0, false});
    book.loss(100);
    std::vector<float> y(2 * 300);
    mixer.fill(y.data(), 300);
    book.collect();
    CHECK(book.empty());  // a hundred frames each, not two hundred
    REQUIRE(events.size() == 3);
    CHECK(events[2].frame == 100);
    const std::size_t middle = 2 * (audio::Mixer::latency + 50);
    CHECK(y[middle] > 0.0F);
    CHECK(y[middle] == 2.0F * y[middle + 1]);
}
