// The session while a hand holds the joint.
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

TEST_CASE("a joint in the hand: a fast pull cracks, a slow one does not") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.15);
    stage.play(0.4);
    CHECK(stage.last() == "pop in the hand");
    REQUIRE(stage.session.grip().held());
    CHECK(stage.session.grip().held()->radius > 3e-3);
    const double crack = peak(stage.sound);
    CHECK(crack > 0.05);
    stage.session.rest();
    CHECK_FALSE(stage.session.grip().held());
    stage.play(0.1);
    stage.sound.clear();
    stage.session.pull(1.0, 1.0);
    stage.play(1.2);
    CHECK(peak(stage.sound) < 1e-6 * crack);
    CHECK(stage.session.meter().last().starved == 0);
}

TEST_CASE("a crack in the hand is another one each time, a faster hand's is louder") {
    SessionSettings settings;
    settings.preset = "knuckle-crack";
    settings.refractory = false;
    Rehearsal stage(settings);
    std::vector<std::vector<float>> cracks;
    for (const double rise : {0.15, 0.15, 0.6}) {
        stage.sound.clear();
        stage.session.pull(1.0, rise);
        stage.play(rise + 0.2);
        CHECK(stage.last() == "pop in the hand");
        stage.session.let_go();
        stage.play(0.1);
        cracks.push_back(stage.sound);
    }
    CHECK(cracks[0] != cracks[1]);
    CHECK(peak(cracks[2]) < 0.5 * std::min(peak(cracks[0]), peak(cracks[1])));
}

TEST_CASE("a joint with pockets that has cracked is quiet until it has rested") {
    SessionSettings settings;
    settings.preset = "knuckle-crack";
    Rehearsal stage(settings);
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "pop take 1"));
    stage.play(0.5);
    const double first = peak(stage.sound);
    stage.sound.clear();
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "quiet take 2"));
    stage.play(0.5);
    CHECK(peak(stage.sound) < 0.02 * first);
    // 52 kPa of resting load are calibrated to some 20 minutes, a second each.
    CHECK(stage.session.joint().rested_in_s().value() > 8.0);
    CHECK(stage.session.joint().rested_in_s().value() < 40.0);
    stage.session.set("joint.pockets_drawn=false");
    stage.session.set("joint.pockets=2");
    CHECK_FALSE(stage.session.joint().rested_in_s());
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "pop take 3"));
}

TEST_CASE("a popped joint that is let go keeps its bubble") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.15);
    stage.play(0.4);
    stage.session.let_go();
    CHECK(stage.session.joint().residual_radius());
    stage.session.trigger(0.7);
    CHECK(contains(stage.last(), "quiet"));
}

TEST_CASE("where the equations cannot go on the hand loses the joint, once, and playing goes on") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.005);
    stage.play(0.1);
    stage.session.pull(0.0, 0.005);  // the wall of the bubble becomes faster than sound
    stage.play(0.5);
    const auto errors = std::count_if(stage.lines.begin(), stage.lines.end(),
                                      [](const std::string& line) { return line.starts_with("error: "); });
    CHECK(errors == 1);
    CHECK(stage.last() == "let go");
    CHECK_FALSE(stage.session.grip().holds());
    CHECK(stage.session.meter().last().starved == 0);
    for (int i = 0; i < 10; ++i) {  // and again: each time the hand has all its blocks back
        stage.session.rest();
        stage.session.pull(1.0, 0.15);
        stage.play(0.4);
        CHECK(stage.last() == "pop in the hand");
        stage.session.pull(0.0, 0.005);
        stage.play(0.2);
        CHECK_FALSE(stage.session.grip().holds());
    }
    CHECK(stage.session.meter().last().starved == 0);
}

TEST_CASE("a card that takes long blocks does not starve a pull") {
    for (const std::size_t frames : {64U, 256U, 1024U, 4096U}) {
        CAPTURE(frames);
        Session session({}, load({}), [](const std::string&) {});
        std::vector<float> block(frames);
        const auto turn = [&] {
            session.tick(static_cast<double>(frames) / 48000.0);
            session.mixer().fill(block.data(), block.size());
        };
        for (int i = 0; i < 3; ++i) turn();
        session.pull(1.0, 0.15);
        for (std::size_t played = 0; played < 48000; played += frames) turn();
        CHECK(session.meter().last().starved == 0);
        CHECK(session.grip().holds());
    }
}

TEST_CASE("pops leave room for the hand, however many there are") {
    SessionSettings settings;
    settings.refractory = false;
    Rehearsal stage(settings);
    stage.session.pull(1.0, 0.15);
    for (int i = 0; i < 400; ++i) stage.session.trigger(0.7);
    const auto refused = std::count(stage.lines.begin(), stage.lines.end(), "error: too much at once; left out");
    CHECK(refused > 100);
    stage.play(0.4);
    CHECK(stage.session.grip().held()->radius > 3e-3);
    CHECK(stage.session.meter().last().starved == 0);
}

TEST_CASE("a pull in the hand is drawn as it goes") {
    Rehearsal stage;
    stage.session.pull(1.0, 0.15);
    stage.play(0.3);
    const std::vector<Glance> strip = stage.session.scope().last(60);
    CHECK(std::any_of(strip.begin(), strip.end(), [](const Glance& g) { return g.pressure.low < -119e3; }));
    CHECK(strip.back().gap.high == near(2.81e-3, 0.02));
}

TEST_CASE("a hand that takes the joint again and again while nothing is played is refused in time") {
    Rehearsal stage;
    int taken = 0;
    for (; taken < 1000 && stage.session.pull(1.0, 0.15); ++taken) stage.session.let_go();
    CHECK(taken == static_cast<int>(OrderBook::room_for_the_hand) - 1);
    CHECK(stage.last() == "error: too much at once; left out");
    CHECK_FALSE(stage.session.grip().holds());
    stage.play(0.5);
    CHECK_FALSE(stage.session.sounding());
    CHECK(stage.session.pull(1.0, 0.15));
}

TEST_CASE("strikes are made while a hand holds the joint, and what is wrong with them is said") {
    Rehearsal stage;
    stage.session.pull(1.0, 1.0);
    stage.session.strike(0.7);
    stage.wait_for_takes();
    CHECK(contains(stage.last(), "pop take 1 velocity 0.7"));
    stage.session.rest();
    CHECK_THROWS_AS(stage.session.strike(-0.1), std::invalid_argument);
    stage.session.set(*find_parameter("traction.rise_time_s"), 0.005);
    stage.session.set(*find_parameter("traction.release_time_s"), 0.1);
    stage.session.strike(0.7);
    stage.wait_for_takes();
    CHECK(contains(stage.last(), "error: knuckle: the solver could not finish"));
}

TEST_CASE("a shrinking bubble does not keep a strike waiting") {
    Rehearsal stage;
    stage.session.trigger(0.7);
    stage.play(0.2);
    REQUIRE(stage.session.joint().residual_radius());
    const synovia::JointStart before = stage.session.joint().left();
    REQUIRE(!before.empty());
    stage.session.strike(0.7);
    for (int i = 0; i < 10'000 && stage.session.waits(); ++i) {
        stage.session.tick(1.0);  // each asks for another take, were it chosen anew
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    REQUIRE_FALSE(stage.session.waits());
    CHECK(contains(stage.last(), "take 2"));
    stage.play(0.1);
    const synovia::JointStart after = std::get<PopEvent>(stage.session.score().events.back().what).request.left;
    REQUIRE(!after.empty());
    CHECK(after.front().moles == before.front().moles);
}
