// MIDI for the instrument: what comes from every keyboard that is there, was there or will be.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "apps/cli/live/midi_system.hpp"
#include "apps/instrument/midi_message.hpp"
#include "apps/instrument/say.hpp"

namespace synovia::cli {

/// Belongs to one thread and never keeps it waiting, whatever becomes of ALSA or JACK; the constructor, the destructor
/// and ports() wait a moment for them, at most some seconds for one that hangs.
class MidiInput {
public:
    /// Every port that can be listened to.
    static std::vector<std::string> ports();

    /// Listens to every port whose name contains `wanted`, in capital letters or small ones; empty: to all but "Midi
    /// Through", which only sends back what programs send. Throws MidiError, with a list of the ports, when none is
    /// there now that contains it. To be made after the sound card, which tries its library in a copy of this process.
    MidiInput(const std::string& wanted, instrument::Say say) : MidiInput(wanted, std::move(say), midi_systems()) {}
    MidiInput(const std::string& wanted, instrument::Say say, const std::vector<MidiSystemMaker>& systems);
    ~MidiInput();
    MidiInput(const MidiInput&) = delete;
    MidiInput& operator=(const MidiInput&) = delete;

    /// In order of arrival. When a port goes, what was held on it is let go.
    std::optional<instrument::MidiMessage> next();
    /// Says which ports have come and gone, and takes them in and out. To be called about every second; a new port is
    /// heard from then on.
    void watch();
    /// Readable while messages wait, until next() has given nothing; -1 if the system had none to give.
    int wake_fd() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace synovia::cli
