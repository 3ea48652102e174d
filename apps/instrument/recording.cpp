#include "apps/instrument/recording.hpp"

#include <array>
#include <exception>
#include <utility>

#include "apps/studio/output_file.hpp"
#include "apps/studio/side_car.hpp"

namespace synovia::instrument {

/// Nothing is created when the score could not be written at the end.
Tape Recording::opened(const std::filesystem::path& sound, int sample_rate_hz, bool force) {
    studio::check_writable(std::array{studio::side_car_path(sound)}, force);
    return {sound, sample_rate_hz, force};
}

Recording::Recording(Session& session, std::filesystem::path sound, bool force)
    : session_(session),
      sound_(std::move(sound)),
      force_(force),
      tape_(opened(sound_, session.sample_rate_hz(), force)) {
    session.record_to(&tape_);
}

Recording::Kept Recording::keep() {
    tape_.finish();
    studio::Score score = session_.score();
    score.frames = tape_.frames();
    Kept kept{sound_, studio::side_car_path(sound_), static_cast<double>(score.frames) / score.sample_rate_hz};
    studio::write_files(std::array{studio::OutputFile{kept.score, to_text(score)}}, force_);
    return kept;
}

void Recording::catch_up() noexcept {
    try {
        session_.tick(0.0);
    } catch (const std::exception&) {
        // What is on the tape stays.
    }
}

}  // namespace synovia::instrument
