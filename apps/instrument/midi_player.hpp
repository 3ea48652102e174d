// Plays the instrument with what MIDI ports send.
#pragma once
#include <vector>

#include "apps/cli/live/midi_input.hpp"
#include "apps/instrument/instrument.hpp"

namespace synovia::live {

/// Notes pop, harder with their velocity. Pitch bend upwards, modulation wheel (controller 1) and channel pressure move
/// the bone, and let it go at zero. Pedal (64): rest. Volume (7): level. Controllers 20 to 31: the sliders. Programs:
/// the presets. All sound off and all notes off (120, 123): the bone is let go. Everything else is passed over.
void play(Instrument& instrument, const MidiMessage& message);

/// The velocities that notes have here: sixteen, so that takes can be made ahead.
std::vector<double> midi_velocities();

class MidiPlayer {
public:
    MidiPlayer(Instrument& instrument, MidiInput& input) : instrument_(instrument), input_(input) {}

    /// Plays what has come, and looks after the ports each second. To be called with each turn of the stage.
    void pass(double seconds);
    /// Readable when there is something to play; -1: none.
    int wake_fd() const { return input_.wake_fd(); }

private:
    Instrument& instrument_;
    MidiInput& input_;
    double since_watch_s_ = 0.0;
};

}  // namespace synovia::live
