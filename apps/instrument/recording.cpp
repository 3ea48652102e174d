#include "apps/instrument/recording.hpp"

#include <array>
#include <exception>
#include <filesystem>

#include "apps/cli/console/console.hpp"
#include "apps/cli/console/human.hpp"
#include "apps/cli/failure.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/output_file.hpp"
#include "apps/studio/sound_output.hpp"

namespace synovia::live {

void require_wav(const std::string& option, const std::string& path) {
    const std::string ending = std::filesystem::path(path).extension().string();
    if (ending != ".wav")
        throw cli::Failure(cli::ExitCode::usage,
                           option + ": a recording ends in .wav; got " + preset::in_quotes(ending));
}

/// Nothing is created when the score could not be written at the end.
Tape Recording::opened(int sample_rate_hz, const cli::LiveOptions& options) {
    cli::check_writable(std::array{cli::side_car_path(options.record)}, options.force);
    return {options.record, sample_rate_hz, options.force};
}

Recording::Recording(Session& session, const cli::LiveOptions& options)
    : session_(session), options_(options), tape_(opened(session.sample_rate_hz(), options)) {
    session.record_to(&tape_);
}

void Recording::keep() {
    tape_.finish();
    Score score = session_.score();
    score.frames = tape_.frames();
    const std::filesystem::path side_car = cli::side_car_path(options_.record);
    cli::write_files(std::array{cli::OutputFile{side_car, to_text(score)}}, options_.force);
    cli::note("wrote " + options_.record + " and " + side_car.string() + ": " +
                  cli::with_prefix(static_cast<double>(tape_.frames()) / score.sample_rate_hz, "s"),
              options_.common.quiet);
}

void Recording::rescue() {
    try {
        session_.tick(0.0);  // what the card took last
    } catch (const std::exception&) {
        // It is the tape that has failed; what is on it is kept.
    }
    if (tape_.frames() == 0) return;
    try {
        keep();
    } catch (const std::exception& error) {
        cli::warn(error.what(), options_.common.quiet);
    }
}

}  // namespace synovia::live
