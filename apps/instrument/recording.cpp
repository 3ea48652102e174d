#include "apps/instrument/recording.hpp"

#include <array>
#include <exception>
#include <utility>

#include "apps/studio/output_file.hpp"
#include "apps/studio/score_metadata.hpp"
#include "apps/studio/score_text.hpp"
#include "apps/studio/side_car.hpp"

namespace synovia::instrument {
namespace {

std::uint64_t most_end_silence(int sample_rate_hz) {
    return static_cast<std::uint64_t>(studio::most_end_silence_s * sample_rate_hz);
}

}  // namespace

/// The journal stands where the score will.
Recording::Recording(Session& session, std::filesystem::path sound, bool force)
    : session_(session),
      sound_(std::move(sound)),
      force_(force),
      tape_(sound_, session.score().sample_rate_hz, force, session.mixer().channels()),
      journal_(studio::side_car_path(sound_), session.score(), force) {
    session.tape().record_to(&tape_, &journal_);
}

Recording::~Recording() {
    session_.tape().record_to(nullptr, nullptr);
    if (empty()) journal_.remove();
}

Recording::Kept Recording::keep() {
    studio::Score score = session_.score();
    tape_.cut(session_.last_end() + most_end_silence(score.sample_rate_hz));
    score.frames = tape_.frames();
    std::erase_if(score.events, [&](const studio::ScoreEvent& event) { return event.frame >= score.frames; });
    Kept kept{sound_, studio::side_car_path(sound_), static_cast<double>(score.frames) / score.sample_rate_hz};
    const std::string text = to_text(score);
    tape_.set_texts(studio::metadata_of(score));
    const studio::OutputClaim claim(std::array{kept.sound, kept.score});
    tape_.finish(claim);
    studio::write_files(std::array{studio::OutputFile{kept.score, text}}, force_, claim);
    journal_.remove();
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
