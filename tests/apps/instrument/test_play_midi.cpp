#include "apps/instrument/play_midi.hpp"

#include "apps/studio/human.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;
using synovia::test::contains;

namespace {

struct Keyboard : Rehearsal {
    void operator()(const MidiMessage& message) {
        instrument::play(instrument, message);
        wait_for_takes();
    }
    void play_for(double seconds) {
        for (int i = 0; i < static_cast<int>(std::lround(seconds * 200.0)); ++i) {
            play(0.005);
            instrument.pass(0.005);
        }
    }
    Instrument instrument{session, {"hip", "knuckle"}, [this](const std::string& s) { lines.push_back(s); }};
};

}  // namespace

TEST_CASE("a note pops, as hard as it is struck, in sixteen steps") {
    Keyboard keyboard;
    keyboard(NoteOn{60, 1.0});
    CHECK(contains(keyboard.last(), "pop take 1 velocity 1 level"));
    keyboard.session.rest();
    keyboard(NoteOn{61, 1.0 / 127.0});
    CHECK(contains(keyboard.last(), "velocity 0.0625"));
    const std::size_t said = keyboard.lines.size();
    keyboard(NoteOff{60});
    CHECK(keyboard.lines.size() == said);
    const std::vector<double> all = midi_velocities();
    CHECK(all.size() == 16);
    for (const int v : {1, 64, 100, 127}) {
        Keyboard other;
        other(NoteOn{60, v / 127.0});
        CHECK(std::any_of(all.begin(), all.end(), [&](double velocity) {
            return contains(other.last() + " ", "velocity " + studio::significant(velocity, 3) + " ") &&
                   velocity >= v / 127.0 && velocity - v / 127.0 < 1.0 / 16.0;
        }));
    }
}

TEST_CASE("wheels and pressure move the bone, and let it go at zero") {
    for (const auto& [move, zero] : {std::pair<MidiMessage, MidiMessage>(PitchBend{1.0}, PitchBend{0.0}),
                                     {ControlChange{1, 1.0}, ControlChange{1, 0.0}},
                                     {ChannelPressure{1.0}, ChannelPressure{0.0}},
                                     {ChannelPressure{1.0}, ControlChange{123, 0.0}}}) {
        Keyboard keyboard;
        keyboard(move);
        keyboard.play_for(0.1);
        CHECK(keyboard.session.grip().holds());
        CHECK(keyboard.session.grip().hand().position() == near(6e-3, 1e-9));
        keyboard(zero);
        keyboard.play_for(0.7);
        CHECK_FALSE(keyboard.session.grip().holds());
    }
}

TEST_CASE("a wheel that is turned slowly is silent, one that is turned fast cracks") {
    for (const double seconds : {0.1, 1.0}) {
        Keyboard keyboard;
        for (int i = 1; i <= 100; ++i) {
            keyboard(ControlChange{1, i / 100.0});
            if (i % 5 == 0) keyboard.play_for(seconds / 20.0);
        }
        keyboard.play_for(0.1);
        CHECK((keyboard.last() == "pop in the hand") == (seconds < 0.5));
    }
}

TEST_CASE("controllers and programs do what their names say") {
    Keyboard keyboard;
    keyboard(ControlChange{7, 1.0});
    CHECK(keyboard.last() == "level -1 dBFS");
    keyboard(ControlChange{20, 0.5});
    CHECK(keyboard.last() == "set traction.rise_time_s=150 ms");
    keyboard(ControlChange{31, 1.0});
    CHECK(keyboard.last() == "set listener.distance_m=3 m");
    keyboard(ControlChange{64, 1.0});
    CHECK(keyboard.last() == "rested");
    keyboard(ProgramChange{0});
    CHECK(keyboard.last() == "preset hip");
    const std::size_t said = keyboard.lines.size();
    for (const MidiMessage& nothing : std::initializer_list<MidiMessage>{
             ControlChange{64, 0.0}, ControlChange{2, 1.0}, ControlChange{32, 1.0}, ControlChange{19, 1.0},
             ControlChange{123, 0.0}, ProgramChange{2}, ProgramChange{127}, PitchBend{0.0}})
        keyboard(nothing);
    CHECK(keyboard.lines.size() == said);
}
