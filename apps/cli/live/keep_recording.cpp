#include "apps/cli/live/keep_recording.hpp"

#include <exception>
#include <filesystem>

#include "apps/cli/console/console.hpp"
#include "apps/cli/failure.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/human.hpp"

namespace synovia::cli {
namespace {

/// Where what could not be kept lies.
void tell_parts(const instrument::Recording& recording, bool quiet) {
    if (!recording.sound_part().empty()) warn("the sound so far is in " + recording.sound_part().string(), quiet);
    if (!recording.journal_part().empty())
        warn("the events so far are in " + recording.journal_part().string() +
                 "; \"synovia live --replay\" renders them",
             quiet);
}

}  // namespace

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

void end(instrument::Recording& recording, bool quiet) {
    try {
        keep(recording, quiet);
    } catch (const std::exception&) {
        tell_parts(recording, quiet);
        throw;
    }
    if (!recording.failure().empty())
        throw Failure(ExitCode::file, "the recording ended before the playing: " + recording.failure());
}

void rescue(instrument::Recording& recording, bool quiet) {
    recording.catch_up();
    if (recording.empty()) return;
    try {
        keep(recording, quiet);
    } catch (const std::exception& error) {
        warn(error.what(), quiet);
        tell_parts(recording, quiet);
    }
}

}  // namespace synovia::cli
