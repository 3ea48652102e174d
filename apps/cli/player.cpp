// synovia-player has the commands that sound.
#include "apps/cli/commands.hpp"
#include "apps/cli/sound_commands.hpp"

namespace synovia::cli {

SoundCommands sound_commands(std::span<const std::string>) {
    return {[](const PlayOptions& options) { run(options); }, [](const LiveOptions& options) { run(options); }};
}

}  // namespace synovia::cli
