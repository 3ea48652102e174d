#include "apps/instrument/tape_feed.hpp"

#include "apps/studio/score_file.hpp"
#include "audio/file/sound_file.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;
using synovia::test::Workplace;

namespace {

struct Fed {
    explicit Fed(std::size_t channels) : mixer(48000, channels), feed(mixer, orders, score) {}
    std::vector<float> play(std::size_t frames) {
        std::vector<float> block(frames * mixer.channels());
        mixer.fill(block.data(), frames);
        return block;
    }

    audio::Mixer mixer;
    studio::Score score;
    OrderBook orders{mixer, score.events};
    TapeFeed feed;
};

}  // namespace

TEST_CASE("tape, score and journal hold the same") {
    for (const std::size_t channels : {1U, 2U}) {
        CAPTURE(channels);
        const Workplace place;
        Fed fed(channels);
        Tape tape(place / "a.wav", 48000, false, channels);
        Journal journal(place / "a.json", fed.score, false);
        CHECK_FALSE(fed.feed.recorded_s());
        fed.feed.record_to(&tape, &journal);
        REQUIRE(fed.orders.level({-6.0}));
        const std::vector<float> played = fed.play(9600);  // more than the feed takes at once
        CHECK(fed.feed.keep_up() == 0);
        CHECK(fed.feed.recorded_s() == 0.2);
        CHECK(fed.score.frames == 9600);
        CHECK(fed.score.events.size() == 1);
        CHECK(studio::read_score(place / "a.json.part").frames == 9600);
        CHECK(studio::read_score(place / "a.json.part").events.size() == 1);
        const audio::Signal kept = audio::decode_file(place / "a.wav.part").signal;
        CHECK(kept.channels == channels);
        CHECK(kept.samples == std::vector<double>(played.begin(), played.end()));
    }
}

TEST_CASE("without a tape what has begun is still told, and what was refused counted") {
    Fed fed(1);
    const auto take = std::make_shared<studio::Take>();
    take->samples.assign(10'000, 0.1F);
    for (std::size_t i = 0; i < 2 * audio::polyphony + 3; ++i) REQUIRE(fed.orders.pop(take, {}));
    fed.play(480);
    CHECK(fed.feed.keep_up() == 3);
    CHECK(fed.score.events.size() == 2 * audio::polyphony);
    CHECK(fed.score.frames == 0);
}
