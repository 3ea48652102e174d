#include "apps/instrument/tape_feed.hpp"

#include "apps/studio/file_error.hpp"
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

/// Takes so many bytes.
class FullTape final : public studio::GrowingFile {
public:
    explicit FullTape(std::uint64_t room) : room_(room) {}
    void write(std::string_view bytes, std::uint64_t offset) override {
        if (offset + bytes.size() > room_) studio::fail(name_, "no space left");
    }
    void finish(std::uint64_t, const studio::OutputClaim&) override {}
    void remove() noexcept override {}
    const std::filesystem::path& path() const override { return name_; }
    const std::filesystem::path& part() const override { return name_; }

private:
    std::uint64_t room_;
    std::filesystem::path name_ = "full.wav";
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
        const audio::Signal kept = audio::decode_file(place / "a.wav.part").signal();
        CHECK(kept.channels == channels);
        CHECK(kept.samples == std::vector<double>(played.begin(), played.end()));
    }
}

TEST_CASE("a sound that is known before the tape has it is in the tape's calibration") {
    const Workplace place;
    Fed fed(1);
    fed.score.patches.resize(1);
    fed.score.patches[0].gain_per_pa = 0.5;
    Tape tape(place / "a.wav", 48000, false, 1);
    Journal journal(place / "a.json", fed.score, false);
    fed.feed.record_to(&tape, &journal);
    fed.score.events.push_back({480, studio::PopEvent{}});
    for (const bool there : {false, true}) {
        fed.play(480);
        fed.feed.keep_up();
        CHECK(audio::decode_file(place / "a.wav.part").full_scale_db_spl.has_value() == there);
    }
}

TEST_CASE("a tape that is broken off says its calibration, until there is none") {
    const Workplace place;
    Fed fed(1);
    fed.score.patches.resize(2);
    for (studio::Patch& patch : fed.score.patches) {
        patch.name = "knuckle";
        patch.gain_per_pa = 0.5;
    }
    Tape tape(place / "a.wav", 48000, false, 1);
    Journal journal(place / "a.json", fed.score, false);
    fed.feed.record_to(&tape, &journal);
    const auto take = std::make_shared<studio::Take>();
    take->samples.assign(100, 0.1F);
    const auto calibration = [&] {
        fed.play(480);
        fed.feed.keep_up();
        return audio::decode_file(place / "a.wav.part").full_scale_db_spl;
    };
    CHECK_FALSE(calibration());  // nothing sounds yet
    REQUIRE(fed.orders.pop(take, {}));
    // -12 dBFS of 2 Pa: 2 Pa 10^(12/20) re 20 uPa.
    CHECK(*calibration() == near(112.0, 1e-4));
    REQUIRE(fed.orders.level({-6.0}));
    CHECK_FALSE(calibration());  // one file, two calibrations
    CHECK(studio::read_score(place / "a.json.part").frames == 3 * 480);
}

TEST_CASE("the journal is as long as what was heard, also where the tape has lost the last of it") {
    const Workplace place;
    Fed fed(1);
    Tape tape(std::make_unique<FullTape>(50'000), 48000, 1);
    Journal journal(place / "a.json", fed.score, false);
    fed.feed.record_to(&tape, &journal);
    for (int i = 0; i < 100; ++i) {
        fed.play(480);
        fed.feed.keep_up();
    }
    CHECK_FALSE(fed.feed.failure().empty());
    const std::uint64_t frames = studio::read_score(place / "a.json.part").frames;
    CHECK(frames > tape.frames());
    CHECK(frames <= tape.frames() + 480);
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
