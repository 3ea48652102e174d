// Plays the instrument with what MIDI ports send.
#pragma once
#include "apps/cli/live/midi_input.hpp"
#include "apps/instrument/instrument.hpp"

namespace synovia::cli {

class MidiPlayer {
public:
    MidiPlayer(instrument::Instrument& instrument, MidiInput& input) : instrument_(instrument), input_(input) {}

    /// Plays what has come, and looks after the ports each second. To be called with each turn of the stage.
    void pass(double seconds);
    /// Readable when there is something to play; -1: none.
    int wake_fd() const { return input_.wake_fd(); }

private:
    instrument::Instrument& instrument_;
    MidiInput& input_;
    double since_watch_s_ = 0.0;
};

}  // namespace synovia::cli
