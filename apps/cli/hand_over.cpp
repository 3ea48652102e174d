// `synovia` becomes synovia-player, with the same arguments.
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <vector>

#include "apps/cli/failure.hpp"
#include "apps/cli/sound_commands.hpp"

namespace synovia::cli {
namespace {

namespace fs = std::filesystem;

/// Beside this program, wherever both were unpacked; else where they were installed.
fs::path player() {
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path(SYNOVIA_INSTALLED_PLAYER) : (program.parent_path() / SYNOVIA_PLAYER).lexically_normal();
}

[[noreturn]] void hand_over(std::span<const std::string> arguments) {
    const fs::path path = player();
    std::vector<std::string> words{"synovia"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    execv(path.c_str(), argv.data());
    throw Failure(ExitCode::file, path.string() + ", which plays: " + std::generic_category().message(errno));
}

}  // namespace

SoundCommands sound_commands(std::span<const std::string> arguments) {
    return {[arguments](const PlayOptions&) { hand_over(arguments); },
            [arguments](const LiveOptions&) { hand_over(arguments); }};
}

}  // namespace synovia::cli
