#include "apps/instrument/play_midi.hpp"

#include <cmath>

namespace synovia::instrument {
namespace {

constexpr int velocities = 16;

// MIDI 1.0 Detailed Specification, table III
constexpr int modulation = 1, volume = 7, first_slider = 20, last_slider = 31, pedal = 64, all_sound_off = 120,
              all_notes_off = 123;

void move_bone(Instrument& instrument, double share) {
    if (share == 0.0) return instrument.release();
    instrument.drag(share);
}

void turn(Instrument& instrument, const ControlChange& change) {
    const int controller = change.controller;
    if (controller == modulation) return move_bone(instrument, change.value);
    if (controller == volume) return instrument.level(change.value);
    if (controller >= first_slider && controller <= last_slider)
        return instrument.move_slider(static_cast<std::size_t>(controller - first_slider), change.value);
    if (controller == pedal && change.value >= 0.5) return instrument.rest();
    if (controller == all_sound_off || controller == all_notes_off) return instrument.release();
}

struct Playing {
    Instrument& instrument;

    void operator()(const NoteOn& note) const { instrument.strike(std::ceil(note.velocity * velocities) / velocities); }
    void operator()(const NoteOff&) const {}  // a pop rings as long as it rings
    void operator()(const ControlChange& change) const { turn(instrument, change); }
    void operator()(const PitchBend& bend) const { move_bone(instrument, bend.value); }
    void operator()(const ChannelPressure& pressure) const { move_bone(instrument, pressure.value); }
    void operator()(const ProgramChange& change) const { instrument.preset(static_cast<std::size_t>(change.program)); }
};

}  // namespace

void play(Instrument& instrument, const MidiMessage& message) { std::visit(Playing{instrument}, message); }

std::vector<double> midi_velocities() {
    std::vector<double> all;
    for (int i = 1; i <= velocities; ++i) all.push_back(static_cast<double>(i) / velocities);
    return all;
}

}  // namespace synovia::instrument
