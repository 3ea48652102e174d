// Everything that goes on while one plays, whichever way: stage, instrument and MIDI.
#pragma once
#include <optional>

#include "apps/cli/live/midi_player.hpp"
#include "apps/cli/live/stage.hpp"
#include "apps/instrument/instrument.hpp"

namespace synovia::cli {

inline constexpr int turn_ms = 3;  ///< between two turns, where nothing is typed or played

struct Concert {
    Stage& stage;
    instrument::Instrument& instrument;
    std::optional<MidiPlayer> midi;

    /// One turn of all of them; the seconds since the last one. Throws audio::DeviceError, Failure(file).
    double turn() {
        const double passed = stage.turn();
        instrument.pass(passed);
        if (midi) midi->pass(passed);
        return passed;
    }
    /// Readable when something was played; -1: nothing to wait for.
    int wake_fd() const { return midi ? midi->wake_fd() : -1; }
};

}  // namespace synovia::cli
