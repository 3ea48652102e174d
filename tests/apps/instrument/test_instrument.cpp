#include "apps/instrument/instrument.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;
using synovia::test::contains;

namespace {

struct Player : Rehearsal {
    explicit Player(SessionSettings settings = {}) : Rehearsal(settings) {}

    /// As Rehearsal::play(), with what the instrument has to do.
    void play_for(double seconds) {
        for (int i = 0; i < static_cast<int>(std::lround(seconds * 200.0)); ++i) {
            play(0.005);
            instrument.pass(0.005);
        }
    }
    void strike(double velocity) {
        instrument.strike(velocity);
        wait_for_takes();
    }
    Instrument instrument{
        session, {"hip", "knuckle", "minnaert"}, [this](const std::string& s) { lines.push_back(s); }};
};

}  // namespace

TEST_CASE("a strike pops; what cannot be struck is said and changes nothing") {
    Player player;
    player.strike(0.7);
    CHECK(contains(player.last(), "pop take 1"));
    player.instrument.strike(1.5);
    CHECK(contains(player.last(), "error: a velocity lies between 0 and 1"));
    player.play_for(0.005);
    CHECK(player.session.score().events.size() == 1);
}

TEST_CASE("a held key pulls and cracks, its release brings the bone back and lets it go") {
    Player player;
    player.instrument.hold();
    player.play_for(0.4);
    CHECK(player.last() == "pop in the hand");
    REQUIRE(player.session.grip().held());
    CHECK(player.session.grip().hand().position() == near(6e-3, 1e-12));
    player.instrument.release();
    player.play_for(0.35);
    CHECK(player.session.grip().hand().position() == 0.0);
    CHECK(player.session.grip().holds());
    player.play_for(0.3);
    CHECK_FALSE(player.session.grip().holds());
    CHECK(player.last() == "let go");
    CHECK(player.session.joint().residual_radius());
}

TEST_CASE("a slow pull of the same key is silent") {
    Player player;
    player.session.set("traction.rise_time_s=1s");
    player.instrument.hold();
    player.play_for(1.3);
    CHECK_FALSE(contains(player.last(), "pop"));
    CHECK(player.session.grip().held()->gap > 2e-3);
    CHECK(peak(player.sound) < 1e-6);
}

TEST_CASE("a mouse moves the bone as fast as it goes") {
    for (const bool fast : {true, false}) {
        CAPTURE(fast);
        Player player;
        player.instrument.drag(0.0);
        const int steps = fast ? 12 : 100;
        for (int i = 1; i <= steps; ++i) {
            player.instrument.drag(static_cast<double>(i) / steps);
            player.play_for(0.01);
        }
        player.play_for(0.1);
        CHECK((player.last() == "pop in the hand") == fast);
        CHECK(player.session.grip().hand().position() == near(6e-3, 1e-9));
        player.instrument.release();
        player.play_for(1.0);
        CHECK_FALSE(player.session.grip().holds());
    }
}

TEST_CASE("a hand that takes the bone again on its way back keeps it") {
    Player player;
    player.instrument.hold();
    player.play_for(0.3);
    player.instrument.release();
    player.play_for(0.2);
    player.instrument.drag(0.5);
    player.play_for(1.0);
    CHECK(player.session.grip().holds());
    CHECK(player.session.grip().hand().position() == near(3e-3, 1e-9));
}

TEST_CASE("a release without a pull does nothing") {
    Player player;
    player.instrument.release();
    player.play_for(1.0);
    CHECK(player.lines.empty());
}

TEST_CASE("sliders move parameters, stop at their ends and go back to the preset") {
    Player player;
    Instrument& instrument = player.instrument;
    CHECK(instrument.selected() == 0);
    instrument.step_slider(0.1);
    CHECK(player.last() == "set traction.rise_time_s=237.7 ms");
    CHECK(player.session.patch().scenario.traction.rise_time == near(0.15 * std::pow(100.0, 0.1), 1e-12));
    instrument.step_slider(9.0);
    CHECK(instrument.slider_value(0) == near(1.5, 1e-12));
    instrument.reset_slider();
    CHECK(instrument.slider_value(0) == 0.15);
    instrument.select(-1);
    CHECK(instrument.selected() == instrument.sliders().size() - 1);
    instrument.select(1);
    CHECK(instrument.selected() == 0);
    instrument.move_slider(2, 0.75);
    CHECK(player.session.patch().scenario.bubble.nucleus_radius == near(3e-7 * std::sqrt(10.0), 1e-12));
    const std::size_t said = player.lines.size();
    instrument.move_slider(99, 0.5);
    CHECK(player.lines.size() == said);
    CHECK(player.session.score().patches.empty());  // nothing was heard on the way
}

TEST_CASE("presets follow each other in a circle, with sliders of their own") {
    Player player;
    player.instrument.step_preset(1);
    CHECK(player.last() == "preset minnaert");
    CHECK(player.instrument.sliders().front().parameter->key == "pressure.ambient_pa");
    player.instrument.hold();
    CHECK(contains(player.last(), "error: "));
    CHECK_FALSE(player.session.grip().holds());
    player.instrument.step_preset(1);
    CHECK(player.last() == "preset hip");
    player.instrument.step_preset(-1);
    CHECK(player.last() == "preset minnaert");
    player.instrument.preset(1);
    CHECK(player.last() == "preset knuckle");
    player.instrument.preset(7);
    CHECK(player.last() == "preset knuckle");
}

TEST_CASE("a preset of one's own stands before the first and after the last") {
    SessionSettings settings;
    settings.preset = "toe";
    Player first(settings), last(settings);
    first.instrument.step_preset(1);
    CHECK(first.last() == "preset hip");
    last.instrument.step_preset(-1);
    CHECK(last.last() == "preset minnaert");
}

TEST_CASE("the level stays within its limits") {
    Player player;
    player.instrument.change_level(1.0);
    CHECK(player.last() == "level -11 dBFS");
    player.instrument.change_level(100.0);
    CHECK(player.last() == "level -1 dBFS");
    player.instrument.level(0.0);
    CHECK(player.last() == "level -60 dBFS");
    CHECK(player.session.level_dbfs() == -60.0);
}

TEST_CASE("memory can be switched while playing") {
    Player player;
    player.strike(0.7);
    CHECK(player.session.joint().residual_radius());
    player.instrument.remember(false);
    CHECK_FALSE(player.session.joint().residual_radius());
    player.strike(0.7);
    CHECK(contains(player.last(), "pop take 2"));
    player.instrument.remember(true);
    player.strike(0.7);
    player.strike(0.7);
    CHECK(contains(player.last(), "quiet take 4"));
    player.instrument.rest();
    CHECK(player.last() == "rested");
}
