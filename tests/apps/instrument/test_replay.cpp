#include "apps/instrument/replay.hpp"

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
    explicit Evening() {
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
    const Workplace place;
    const Evening evening;
    Score score = evening.session.score();
    score.frames = evening.sound.size();
    write_file(place / "evening.json", to_text(score));
    const Score again = read_score(place / "evening.json");
    CHECK(again.frames == score.frames);
    CHECK(std::any_of(again.events.begin(), again.events.end(),
                      [](const ScoreEvent& e) { return std::holds_alternative<LossEvent>(e.what); }));
    const Replay played = replay(again);
    CHECK(finished(played.ending));
    const std::vector<float>& sound = played.samples;
    REQUIRE(sound.size() == evening.sound.size());
    CHECK(sound == evening.sound);
    CHECK(peak(sound) > 0.2);
}

TEST_CASE("a pop that has become silent leaves its place empty") {
    Scenario slow = knuckle().scenario;
    slow.traction.rise_time = 1.0;
    slow.simulation.duration = 1.5;
    const Replay played = replay(one_pop(slow));
    CHECK(finished(played.ending));
    CHECK(played.samples == std::vector<float>(4800));
}

TEST_CASE("where the solver cannot finish the replay says how it ended, and of what") {
    const Replay played = replay(one_pop(hopeless()));
    CHECK(played.ending.outcome == Outcome::supersonic);
    CHECK(played.part == "knuckle");
    CHECK(played.samples.empty());
}

TEST_CASE("more orders at once than a session can send are refused") {
    Score score = one_pop(knuckle().scenario);
    score.events.assign(audio::Mixer::most_orders, {100, LevelEvent{-3.0}});
    CHECK(replay(score).samples.size() == 4800);
    score.events.push_back(score.events.back());
    CHECK_THROWS_AS(replay(score), std::invalid_argument);
}
