// Stands in for midi_system_rtmidi.cpp where RtMidi is not installed.
#include "apps/cli/live/midi_system.hpp"

namespace synovia::cli {

std::vector<MidiSystemMaker> midi_systems() { return {}; }

}  // namespace synovia::cli
