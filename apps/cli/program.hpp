// The program but for its streams: arguments in, exit code out.
#pragma once
#include <span>
#include <string>

#include "apps/cli/failure.hpp"
#include "apps/cli/sound_commands.hpp"

namespace synovia::cli {

/// Runs one command. Whatever it throws is told on standard error and becomes an exit code, here and nowhere else.
/// `arguments`: argv without the program's name.
ExitCode run_program(std::span<const std::string> arguments, const SoundCommands& sound);

}  // namespace synovia::cli
