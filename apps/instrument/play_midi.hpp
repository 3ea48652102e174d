// What a MIDI message does to the instrument.
#pragma once
#include <vector>

#include "apps/instrument/instrument.hpp"
#include "apps/instrument/midi_message.hpp"

namespace synovia::instrument {

/// Notes pop, harder with their velocity. Pitch bend upwards, modulation wheel (controller 1) and channel pressure move
/// the bone, and let it go at zero. Pedal (64): rest. Volume (7): level. Controllers 20 to 31: the sliders. Programs:
/// the presets. All sound off and all notes off (120, 123): the bone is let go. Everything else is passed over.
void play(Instrument& instrument, const MidiMessage& message);

/// The velocities that notes have here: sixteen, so that takes can be made ahead.
std::vector<double> midi_velocities();

}  // namespace synovia::instrument
