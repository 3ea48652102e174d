#include "apps/live/session.hpp"

#include "apps/cli/failure.hpp"
#include "apps/preset/problem.hpp"
#include "tests/apps/cli/support.hpp"
#include "tests/live/support.hpp"

using namespace synovia;
using namespace synovia::live;
using namespace synovia::live::test;
using cli::test::contains;

TEST_CASE("a trigger pops, never above the first level") {
    Rehearsal stage;
    stage.session.trigger(1.0);
    CHECK(contains(stage.last(), "pop take 1 velocity 1 level 9"));
    for (int i = 0; i < 20; ++i) {
        stage.session.rest();
        stage.session.trigger(1.0);
    }
    stage.play(0.5);
    CHECK(peak(stage.sound) <= std::pow(10.0, audio::first_level_dbfs / 20.0) * (1.0 + 1e-6));
    CHECK(peak(stage.sound) > 0.2);
    CHECK(stage.session.sounding() == false);
}

TEST_CASE("a pop soon after another is quiet until the joint has rested") {
    Rehearsal stage;
    stage.session.trigger(0.7);
    stage.play(0.5);
    const double first = peak(stage.sound);
    stage.sound.clear();
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "quiet take 2"));
    CHECK(contains(stage.last(), "residual bubble"));
    stage.play(0.6);
    CHECK(peak(stage.sound) < 0.01 * first);
    stage.sound.clear();
    stage.session.rest();
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "pop take 3"));
    stage.play(0.5);
    CHECK(peak(stage.sound) == near(first, 0.3));  // takes differ by a tenth in every parameter
}

TEST_CASE("the refractory state can be switched off") {
    SessionSettings settings;
    settings.refractory = false;
    Rehearsal stage(settings);
    for (int i = 0; i < 3; ++i) {
        stage.session.trigger(0.7);
        CHECK(contains(stage.last(), "pop take"));
    }
}

TEST_CASE("the same seed plays the same, whatever was ready") {
    std::vector<std::vector<float>> sounds;
    for (const int ticks_before : {0, 30}) {
        Rehearsal stage;
        for (int i = 0; i < ticks_before; ++i) stage.session.tick(0.0);
        stage.session.trigger(0.6);
        stage.play(0.5);
        sounds.push_back(stage.sound);
    }
    CHECK(sounds[0] == sounds[1]);
    CHECK(peak(sounds[0]) > 0.01);
}

TEST_CASE("a changed parameter and another preset are heard with the next pop; nonsense changes nothing") {
    Rehearsal stage;
    CHECK_THROWS_AS(stage.session.set("traction.rise_time_s=-1"), preset::Error);
    CHECK_THROWS_AS(stage.session.set("nonsense"), preset::Error);
    CHECK_THROWS_AS(stage.session.choose("nonsense"), preset::Error);
    CHECK_THROWS_AS(stage.session.trigger(1.5), std::invalid_argument);
    CHECK_THROWS_AS(stage.session.level(0.0), std::invalid_argument);
    CHECK_THROWS_AS(stage.session.pull(9.0, 0.1), std::invalid_argument);
    CHECK(stage.session.patch().name == "knuckle");
    stage.session.set("traction.rise_time_s=2s");
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "silent take 1"));
    stage.session.choose("hip");
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "pop take 2"));
    CHECK(stage.session.patch().name == "hip");
}

TEST_CASE("a joint in the hand: a fast pull cracks, a slow one does not") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.15);
    stage.play(0.4);
    CHECK(stage.last() == "pop in the hand");
    REQUIRE(stage.session.held());
    CHECK(stage.session.held()->radius > 3e-3);
    const double crack = peak(stage.sound);
    CHECK(crack > 0.05);
    stage.session.rest();
    CHECK_FALSE(stage.session.held());
    stage.play(0.1);
    stage.sound.clear();
    stage.session.pull(1.0, 1.0);
    stage.play(1.2);
    CHECK(peak(stage.sound) < 1e-6 * crack);
    CHECK(stage.session.meter().starved == 0);
}

TEST_CASE("a popped joint that is let go keeps its bubble") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.15);
    stage.play(0.4);
    stage.session.let_go();
    CHECK(stage.session.residual_radius());
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "quiet"));
}
