#include "apps/instrument/session.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include "apps/preset/problem.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;
using synovia::test::contains;

TEST_CASE("a trigger pops, never above the first level") {
    Rehearsal stage;
    stage.session.trigger(1.0);
    CHECK(contains(stage.last(), "pop take 1 velocity 1 level "));
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
    for (const bool prepared : {false, true}) {
        Rehearsal stage;
        stage.session.takes().expect({0.2, 0.6});
        for (int i = 0; prepared && i < 20'000 && !stage.session.prepared(); ++i) {
            stage.session.tick(0.0);
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        CHECK(stage.session.prepared() == prepared);
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
    CHECK(stage.session.preset().original().traction.rise_time == 0.15);
    stage.session.choose("hip");
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "pop take 2"));
    CHECK(stage.session.patch().name == "hip");
    CHECK(stage.session.preset().title() == "Hip: the lowest");
}

TEST_CASE("the level of a pop is one in air, of a free bubble one in its liquid") {
    const auto said = [](const char* preset) {
        SessionSettings settings;
        settings.preset = preset;
        Rehearsal stage(settings);
        stage.session.trigger(preset_velocity);
        return stage.last();
    };
    CHECK(contains(said("knuckle"), " dB SPL peak"));
    CHECK(contains(said("minnaert"), " dB re 1 uPa peak"));
}

TEST_CASE("takes of each velocity are counted apart, and no two of them are alike") {
    SessionSettings settings;
    settings.refractory = false;
    Rehearsal stage(settings);
    std::vector<double> levels;
    for (const double velocity : {0.7, 0.9, 0.7, 0.9}) {
        stage.session.trigger(velocity);
        stage.play(0.005);
        const auto& pop = std::get<PopEvent>(stage.session.score().events.back().what);
        levels.push_back(make_take(stage.session.patch(), pop.request).peak_pa);
        CHECK(pop.request.take == (levels.size() + 1) / 2);
    }
    std::sort(levels.begin(), levels.end());
    CHECK(std::adjacent_find(levels.begin(), levels.end()) == levels.end());
}

TEST_CASE("what is played is drawn: the pull before the sound, the burst, and rest again") {
    Rehearsal stage;
    stage.play(0.5);
    const Glance rest = stage.session.scope().last(1).front();
    CHECK(rest == resting_glance(stage.session.patch().scenario, 3e-7));
    stage.session.trigger(0.7);
    stage.play(0.02);
    // The onset of the sound is the burst; the pull, 70 ms of it, has moved into the past.
    const std::vector<Glance> strip = stage.session.scope().last(25);
    const auto lowest = std::min_element(
        strip.begin(), strip.end(), [](const Glance& a, const Glance& b) { return a.pressure.low < b.pressure.low; });
    CHECK(lowest->pressure.low == near(-119.8e3, 0.1));  // takes differ by a tenth
    CHECK(strip.end() - lowest == near(4, 0.5));
    CHECK(strip.front() == rest);
    CHECK(strip.back().radius.high > 3e-3);
    stage.play(0.6);
    CHECK(stage.session.scope().last(1).front().gap == rest.gap);
    CHECK(stage.session.scope().last(1).front().radius.low > 1e-4);  // the bubble that stays
}

TEST_CASE("what the solver cannot finish is said and changes nothing") {
    Rehearsal stage;
    stage.session.set(*find_parameter("traction.rise_time_s"), 0.005);
    stage.session.set(*find_parameter("traction.release_time_s"), 0.1);
    stage.session.trigger(0.7);
    CHECK(contains(
        stage.last(),
        "error: knuckle: the solver could not finish, stopped: the bubble's wall reached the speed of sound at "));
    CHECK(stage.session.score().events.empty());
    CHECK(stage.session.score().patches.empty());
    CHECK_FALSE(stage.session.joint().residual_radius());
}

TEST_CASE("a change that would make the preset unplayable is refused with its reason") {
    Rehearsal stage;
    stage.session.set("traction.rise_time_s=5ms");
    CHECK_THROWS_WITH_AS(stage.session.set("traction.release_time_s=100ms"),
                         doctest::Contains("traction.release_time_s=100ms is refused: knuckle: the solver could not"),
                         std::invalid_argument);
    CHECK_FALSE(stage.session.patch().scenario.traction.release_time);
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "pop take 1"));
    stage.session.rest();
    stage.session.set("joint.pockets=4");  // what is accepted can be played
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "take 2"));
}

TEST_CASE("a preset that cannot be finished is not chosen") {
    SessionSettings settings;
    Rehearsal stage(settings);
    settings.overrides = {"traction.rise_time_s=5ms", "traction.release_time_s=100ms"};
    CHECK_FALSE(finished(load(settings).reference));
    Session strict(settings, load({}), [&](const std::string& line) { stage.lines.push_back(line); });
    strict.choose("hip");
    CHECK(contains(stage.last(), "error: hip: the solver could not finish"));
    CHECK(strict.patch().name == "knuckle");
}

TEST_CASE("whoever strikes faster than takes can be made hears some, waits for none, and is told once") {
    SessionSettings settings;
    settings.refractory = false;
    Rehearsal stage(settings);
    for (int i = 0; i < 300; ++i) stage.session.strike(0.9);
    CHECK(stage.session.waits());
    CHECK(stage.session.score().events.empty());  // no take was made on this thread
    const auto told = [&] {
        return std::count_if(stage.lines.begin(), stage.lines.end(),
                             [](const std::string& line) { return contains(line, "too late are left out"); });
    };
    CHECK(told() == 1);
    stage.wait_for_takes();
    const auto pops = std::count_if(stage.lines.begin(), stage.lines.end(),
                                    [](const std::string& line) { return line.starts_with("pop take "); });
    CHECK(pops == StrikeQueue::most);
    CHECK(told() == 1);
    for (int i = 0; i < 2; ++i) stage.session.strike(0.3);
    stage.session.tick(1.0);  // the second has waited for too long
    stage.wait_for_takes();
    CHECK(std::count_if(stage.lines.begin(), stage.lines.end(),
                        [](const std::string& line) { return contains(line, "velocity 0.3"); }) == 1);
    CHECK(told() == 2);
}

TEST_CASE("an end that waits for nothing fades out, and can be replayed") {
    Rehearsal stage;
    stage.session.trigger(1.0);
    stage.session.strike(0.3);
    stage.session.fade_out();
    CHECK_FALSE(stage.session.waits());
    stage.play(0.1);
    stage.sound.clear();
    stage.play(0.1);
    CHECK(peak(stage.sound) < 1e-2);
    CHECK(std::get<LevelEvent>(stage.session.score().events.back().what).dbfs == faded_out_dbfs);
}
