#include "apps/instrument/midi_held.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;

TEST_CASE("nothing is let go of what is not held") {
    MidiHeld held;
    CHECK_FALSE(held.release());
    held.note(NoteOn{60, 0.5});
    held.note(NoteOff{60});
    held.note(ControlChange{64, 1.0});
    held.note(ControlChange{64, 0.0});
    held.note(ControlChange{1, 0.2});
    held.note(ControlChange{1, 0.0});
    held.note(PitchBend{0.3});
    held.note(PitchBend{0.0});
    held.note(ChannelPressure{0.3});
    held.note(ChannelPressure{0.0});
    held.note(ControlChange{7, 1.0});  // a volume is a setting
    held.note(ProgramChange{3});
    CHECK_FALSE(held.release());
}

TEST_CASE("keys, pedals, wheels and pressure are each let go once") {
    MidiHeld held;
    held.note(ChannelPressure{1.0});
    held.note(PitchBend{-1.0});
    for (const int controller : {69, 66, 64, 1}) held.note(ControlChange{controller, 0.1});
    for (const int key : {127, 60, 0, 60}) held.note(NoteOn{key, 0.5});
    for (const int key : {0, 60, 127}) CHECK(held.release() == MidiMessage(NoteOff{key}));
    for (const int controller : {1, 64, 66, 69}) CHECK(held.release() == MidiMessage(ControlChange{controller, 0.0}));
    CHECK(held.release() == MidiMessage(PitchBend{0.0}));
    CHECK(held.release() == MidiMessage(ChannelPressure{0.0}));
    CHECK_FALSE(held.release());
}
