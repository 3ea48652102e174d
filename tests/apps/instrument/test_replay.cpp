#include "apps/instrument/replay.hpp"

#include <random>

#include "apps/studio/score_file.hpp"
#include "apps/studio/score_text.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;
using namespace synovia::studio;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

/// Everything an evening may hold: pops, quiet pops, a pull that is let go in the middle, levels, presets.
struct Evening : Rehearsal {
    explicit Evening(const SessionSettings& settings = {}) : Rehearsal(settings) {
        play(0.013);
        session.trigger(0.7);
        play(0.1);
        session.trigger(1.0);
        session.level(-3.0);
        play(0.2);
        session.rest();
        session.pull(1.0, 0.12);
        play(0.07);
        for (int i = 0; i < 20; ++i) session.trigger(0.3);
        session.let_go();
        play(0.1);
        session.rest();
        session.pull(1.0, 0.005);
        play(0.1);
        session.pull(0.0, 0.005);  // too fast for the equations: the joint is lost
        play(0.2);
        session.set("traction.rise_time_s=60ms");
        session.choose("hip");
        session.trigger(0.9);
        play(0.5);
    }
};

/// Hands that go anywhere, are sent elsewhere on their way and let go, with pops between: as wild as any player.
struct WildEvening : Rehearsal {
    explicit WildEvening(std::uint64_t seed) : generator(seed) {
        for (int turn = 0; turn < 25; ++turn) {
            do_something();
            play(0.005 * std::floor(12.0 * random()));
        }
        session.let_go();
        play(0.1);
    }
    void do_something() {
        const double what = random();
        if (what < 0.15) return session.let_go();
        if (what < 0.25) return session.trigger(random());
        session.pull(2.0 * random() - 0.5, 0.005 * std::pow(1e5, random() * random()));
    }
    double random() { return static_cast<double>(generator() >> 11U) * 0x1p-53; }

    std::mt19937_64 generator;
};

/// What is read back from the file that live would write.
Score through_file(const Rehearsal& stage) {
    const Workplace place;
    Score score = stage.session.score();
    score.frames = stage.sound.size() / audio::channels_of(score.listening);
    write_file(place / "score.json", to_text(score));
    return read_score(place / "score.json");
}

/// A score of one pop.
Score one_pop(Scenario scenario) {
    Score score;
    score.frames = 4800;
    score.patches.push_back(knuckle());
    score.patches[0].scenario = std::move(scenario);
    score.events.push_back({100, PopEvent{0, {1, 0.7, {}}}});
    return score;
}

}  // namespace

TEST_CASE("a score that went through JSON gives the very samples that were played") {
    const Evening evening;
    const Score score = through_file(evening);
    CHECK(std::any_of(score.events.begin(), score.events.end(),
                      [](const ScoreEvent& e) { return std::holds_alternative<LossEvent>(e.what); }));
    CHECK(replayed(score) == evening.sound);
    CHECK(peak(evening.sound) > 0.2);
}

TEST_CASE("whatever a hand has done, its score can be read and gives the very samples") {
    std::size_t blocks = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        CAPTURE(seed);
        const WildEvening evening(seed);
        const Score score = through_file(evening);
        for (const ScoreEvent& event : score.events) {
            const auto* hand = std::get_if<HandEvent>(&event.what);
            if (hand == nullptr) continue;
            ++blocks;
            CHECK(hand->position >= -0.5 * 6e-3 - 1e-12);
            CHECK(hand->position <= 1.5 * 6e-3 + 1e-12);
        }
        CHECK(replayed(score) == evening.sound);
    }
    CHECK(blocks > 500);
}

TEST_CASE("a pull that is called back after 10 ms stays near rest, and its score can be replayed") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.1);
    stage.play(0.01);
    stage.session.pull(0.0, 600.0);
    stage.play(1.0);
    const Score score = through_file(stage);
    double furthest = 0.0;
    for (const ScoreEvent& event : score.events)
        if (const auto* hand = std::get_if<HandEvent>(&event.what)) furthest = std::max(furthest, hand->position);
    // Four blocks are ahead, so the hand turns after 30 ms: at w(0.3) = 0.16308, where it goes 30 0.3^2 0.7^2/0.1 s =
    // 13.23 ways per second, and brakes within 20 ms.
    CHECK(furthest == near(6e-3 * (0.16308 + 13.23 * 0.01), 1e-6));
    CHECK(replayed(score) == stage.sound);
}

TEST_CASE("a pop that has become silent leaves its place empty") {
    Scenario slow = knuckle().scenario;
    slow.traction.rise_time = 1.0;
    slow.simulation.duration = 1.5;
    CHECK(replayed(one_pop(slow)) == std::vector<float>(4800));
}

TEST_CASE("where the solver cannot finish the replay says how it ended, and of what") {
    std::size_t heard = 0;
    const Replay played = replay(one_pop(hopeless()), [&](std::span<const float> piece) { heard += piece.size(); });
    CHECK(played.ending.outcome == Outcome::supersonic);
    CHECK(played.part == "knuckle");
    CHECK(heard == 100);
    CHECK(played.frames == 100);
}

TEST_CASE("more orders at once than a session can send are refused") {
    Score score = one_pop(knuckle().scenario);
    score.events.assign(audio::Mixer::most_orders, {100, LevelEvent{-3.0}});
    CHECK(replayed(score).size() == 4800);
    score.events.push_back(score.events.back());
    CHECK_THROWS_WITH_AS(replayed(score), "events[256]: a score may not ask for so much at once",
                         std::invalid_argument);
}

TEST_CASE("a score may ask for hours of silence at its end, and gets a minute of it") {
    Score score = one_pop(knuckle().scenario);
    score.frames = (std::uint64_t{1} << 30U) - 1;
    score.events.push_back({score.frames - 1, LevelEvent{-3.0}});  // is not heard
    std::uint64_t heard = 0;
    const Replay played = replay(score, [&](std::span<const float> piece) { heard += piece.size(); });
    CHECK(played.frames == heard);
    CHECK(heard > 60 * 48000);
    CHECK(heard < 63 * 48000);  // the pop takes a third of a second
    score.events[1] = {10 * 60 * 48000, score.events[0].what};
    score.frames = 11 * 60 * 48000;
    CHECK(replay(score, [](std::span<const float>) {}).frames == score.frames);  // silence between pops stays
}

TEST_CASE("a hand that holds nothing cannot be moved, nor lose it") {
    Score score = one_pop(knuckle().scenario);
    for (const ScoreEvent& event : {ScoreEvent{200, HandEvent{}}, ScoreEvent{200, LossEvent{}}}) {
        score.events = {event};
        CHECK_THROWS_AS(replayed(score), std::invalid_argument);
    }
}

TEST_CASE("a long score needs no more memory than what sounds, and a million levels no time to be put in order") {
    Score score;
    score.frames = std::uint64_t{1} << 20U;
    for (std::uint64_t i = 0; i < 1'000'000; ++i) score.events.push_back({i, LevelEvent{-3.0}});
    std::uint64_t heard = 0;
    std::size_t longest = 0;
    replay(score, [&](std::span<const float> piece) {
        heard += piece.size();
        longest = std::max(longest, piece.size());
    });
    CHECK(heard == score.frames);
    CHECK(longest <= 4096);
}

TEST_CASE("an evening in stereo: two channels, and the very samples again") {
    SessionSettings settings;
    settings.listening = audio::Listening::stereo;
    const Evening evening(settings);
    const Score score = through_file(evening);
    CHECK(score.listening == audio::Listening::stereo);
    CHECK(score.frames == evening.sound.size() / 2);
    CHECK(replayed(score) == evening.sound);
    CHECK(peak(evening.sound) > 0.2);
}
