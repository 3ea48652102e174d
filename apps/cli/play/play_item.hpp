// One thing to play: a preset or side-car, which can be rendered at any rate, or a sound file, which has one.
#pragma once
#include <optional>
#include <span>
#include <string>

#include "apps/cli/options.hpp"
#include "apps/studio/recipe.hpp"
#include "audio/core/sparse_signal.hpp"

namespace synovia::cli {

struct PlayItem {
    std::string name;                          ///< as the user gave it
    std::optional<audio::SparseSignal> sound;  ///< of a sound file, full scale = 1
    std::optional<studio::Recipe> recipe;      ///< of a preset or side-car
};

/// Reads what to play. What does not end in .toml, .json or nothing is a sound file. `ceiling`: the level of presets.
/// Throws preset::Error, audio::FileError; Failure(usage) for --set, --vary, --room and --listener
/// with a sound file.
PlayItem read_item(const std::string& name, const PlayOptions& options, const audio::Level& ceiling);

/// The rate to ask the device for: that of the first sound file, else 48 kHz.
int wanted_rate_hz(std::span<const PlayItem> items);

/// The sound at this rate, none of whose samples, nor what lies between them, exceeds the ceiling: presets are
/// normalised to it, sound files turned down where they are louder. A sound file of another rate is rendered anew from
/// its side-car. Empty when a preset does not pop; why, is said. Throws Failure(bad_input) for a sound file of another
/// rate without a side-car, Failure(solver).
audio::SparseSignal signal_at(const PlayItem& item, int rate_hz, const audio::Level& ceiling, bool quiet);

/// For a stream of so many channels: one channel is for all of them, of several each has its own, and those that the
/// sound does not have are silent. Precondition: at least as many as the sound has.
audio::SparseSignal on_channels(const audio::SparseSignal& signal, std::size_t channels);

}  // namespace synovia::cli
