// What a keyboard has pressed and not let go yet: what must be undone when it vanishes.
#pragma once
#include <bitset>
#include <optional>

#include "apps/instrument/midi_message.hpp"

namespace synovia::instrument {

class MidiHeld {
public:
    void note(const MidiMessage& message);
    /// One thing less that is held: a key, a pedal that lets keys sound on, a wheel, pressure; nothing when all is at
    /// rest. Other controllers are settings and stay as they are.
    std::optional<MidiMessage> release();

private:
    void note_control(const ControlChange& change);

    std::bitset<128> keys_, controllers_;
    bool bent_ = false, pressed_ = false;
};

}  // namespace synovia::instrument
