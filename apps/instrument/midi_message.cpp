#include "apps/instrument/midi_message.hpp"

#include <algorithm>
#include <cstddef>

namespace synovia::instrument {
namespace {

/// Upper half of the status byte; the lower one is the channel.
enum Kind { note_off = 0x8, note_on = 0x9, control_change = 0xB, program_change = 0xC, pressure = 0xD, bend = 0xE };

constexpr int largest = 127, bend_at_rest = 8192;

double share(int value) { return value / static_cast<double>(largest); }

/// [bytes], the status included; 0: not one of ours.
std::size_t length(int kind) {
    switch (kind) {
        case note_off:
        case note_on:
        case control_change:
        case bend:
            return 3;
        case program_change:
        case pressure:
            return 2;
        default:
            return 0;
    }
}

MidiMessage note(int key, int velocity) {
    if (velocity == 0) return NoteOff{key};
    return NoteOn{key, share(velocity)};
}

/// There is one step less above the middle than below: both ends are reached.
PitchBend wheel(int value) {
    const int away = value - bend_at_rest;
    return {away / static_cast<double>(away < 0 ? bend_at_rest : bend_at_rest - 1)};
}

}  // namespace

std::optional<MidiMessage> decode(std::span<const unsigned char> bytes) noexcept {
    if (bytes.empty() || bytes.size() != length(bytes[0] >> 4)) return std::nullopt;
    const auto data = bytes.subspan(1);
    if (std::any_of(data.begin(), data.end(), [](unsigned char byte) { return byte > largest; })) return std::nullopt;
    switch (bytes[0] >> 4) {
        case note_off:
            return NoteOff{data[0]};
        case note_on:
            return note(data[0], data[1]);
        case control_change:
            return ControlChange{data[0], share(data[1])};
        case program_change:
            return ProgramChange{data[0]};
        case pressure:
            return ChannelPressure{share(data[0])};
        default:
            return wheel(data[0] + 128 * data[1]);
    }
}

}  // namespace synovia::instrument
