// What synovia asks of a MIDI library. RtMidi stands behind it in midi_system_rtmidi.cpp; tests bring systems of their
// own.
#pragma once
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "apps/cli/live/midi_queue.hpp"

namespace synovia::cli {

/// No such port, or a MIDI system that is lost; what() says it in a sentence.
class MidiError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

struct ListedPort {
    std::string name;
    std::string bridge;  ///< what shows a port of another system here: taking both would play each note twice
};

/// A port that is open: MidiPort::put is called with its messages until this is destroyed.
class MidiConnection {
public:
    virtual ~MidiConnection() = default;
};

/// ALSA's sequencer, JACK, ... Made, asked and destroyed by one thread, which any call may keep for ever.
class MidiSystem {
public:
    virtual ~MidiSystem() = default;
    /// Every port there is to listen to. Throws MidiError when the system itself is gone and will not come back.
    virtual std::vector<ListedPort> ports() = 0;
    /// Messages go to `port`, which has the name of the one to open. Null where it cannot be opened. Throws as ports().
    virtual std::unique_ptr<MidiConnection> open(const std::shared_ptr<MidiPort>& port) = 0;
};

/// Throws std::exception where there is no such system.
using MidiSystemMaker = std::function<std::unique_ptr<MidiSystem>()>;

/// Those of the library this program was built with; none without it. What they print goes nowhere. To be called when
/// the sound library has started, because both use JACK's, which tells only the last that asked what goes wrong.
std::vector<MidiSystemMaker> midi_systems();

}  // namespace synovia::cli
