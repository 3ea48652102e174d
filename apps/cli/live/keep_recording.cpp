#include "apps/cli/live/keep_recording.hpp"

#include <exception>
#include <filesystem>

#include "apps/cli/console/console.hpp"
#include "apps/cli/failure.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {

void require_wav(const std::string& option, const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending != ".wav")
        throw Failure(ExitCode::usage, option + ": a recording ends in .wav; got " + preset::in_quotes(ending));
}

void keep(instrument::Recording& recording, bool quiet) {
    const instrument::Recording::Kept kept = recording.keep();
    note(
        "wrote " + kept.sound.string() + " and " + kept.score.string() + ": " + studio::with_prefix(kept.length_s, "s"),
        quiet);
}

void rescue(instrument::Recording& recording, bool quiet) {
    recording.catch_up();
    if (recording.empty()) return;
    try {
        keep(recording, quiet);
    } catch (const std::exception& error) {
        warn(error.what(), quiet);
    }
}

}  // namespace synovia::cli
