// The commands that sound. They need libraries for sound cards, MIDI and the terminal, which take as long to load as
// all the rest of the program; so they are in a second program, synovia-player, and `synovia` hands over to it.
#pragma once
#include <functional>
#include <span>
#include <string>

#include "apps/cli/options.hpp"

namespace synovia::cli {

struct SoundCommands {
    std::function<void(const PlayOptions&)> play;
    std::function<void(const LiveOptions&)> live;
};

/// Those of the program that this is linked to: hand_over.cpp or player.cpp. `arguments`: argv without the program's
/// name; they must stay as long as the result.
SoundCommands sound_commands(std::span<const std::string> arguments);

}  // namespace synovia::cli
