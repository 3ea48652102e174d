// What an instrument needs to know of MIDI, from the bytes of one message.
#pragma once
#include <optional>
#include <span>
#include <variant>

namespace synovia::instrument {

struct NoteOn {
    int key = 0;
    double velocity = 0.0;  ///< above 0, up to 1
    bool operator==(const NoteOn&) const = default;
};
struct NoteOff {
    int key = 0;
    bool operator==(const NoteOff&) const = default;
};
struct ControlChange {
    int controller = 0;
    double value = 0.0;  ///< 0 to 1
    bool operator==(const ControlChange&) const = default;
};
struct PitchBend {
    double value = 0.0;  ///< -1 to 1; exactly 0 where the wheel rests
    bool operator==(const PitchBend&) const = default;
};
struct ChannelPressure {
    double value = 0.0;  ///< 0 to 1
    bool operator==(const ChannelPressure&) const = default;
};
struct ProgramChange {
    int program = 0;
    bool operator==(const ProgramChange&) const = default;
};

using MidiMessage = std::variant<NoteOn, NoteOff, ControlChange, PitchBend, ChannelPressure, ProgramChange>;

/// All sixteen channels alike. Nothing for any other message, and for one that is cut, too long or malformed.
std::optional<MidiMessage> decode(std::span<const unsigned char> bytes) noexcept;

}  // namespace synovia::instrument
