#include "apps/instrument/midi_held.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace synovia::instrument {
namespace {

constexpr std::array holding{1, 64, 66, 69};  // modulation wheel; sustain, sostenuto and hold 2 pedal

/// The lowest that is set, which is cleared; absent: none is.
std::optional<int> take(std::bitset<128>& set) {
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (!set[i]) continue;
        set.reset(i);
        return static_cast<int>(i);
    }
    return std::nullopt;
}

}  // namespace

void MidiHeld::note_control(const ControlChange& change) {
    if (std::find(holding.begin(), holding.end(), change.controller) != holding.end())
        controllers_.set(static_cast<std::size_t>(change.controller), change.value > 0.0);
}

void MidiHeld::note(const MidiMessage& message) {
    if (const auto* on = std::get_if<NoteOn>(&message)) keys_.set(static_cast<std::size_t>(on->key));
    if (const auto* off = std::get_if<NoteOff>(&message)) keys_.reset(static_cast<std::size_t>(off->key));
    if (const auto* change = std::get_if<ControlChange>(&message)) note_control(*change);
    if (const auto* bend = std::get_if<PitchBend>(&message)) bent_ = bend->value != 0.0;
    if (const auto* pressure = std::get_if<ChannelPressure>(&message)) pressed_ = pressure->value > 0.0;
}

std::optional<MidiMessage> MidiHeld::release() {
    if (const auto key = take(keys_)) return NoteOff{*key};
    if (const auto controller = take(controllers_)) return ControlChange{*controller, 0.0};
    if (std::exchange(bent_, false)) return PitchBend{0.0};
    if (std::exchange(pressed_, false)) return ChannelPressure{0.0};
    return std::nullopt;
}

}  // namespace synovia::instrument
