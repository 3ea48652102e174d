#include "apps/instrument/recording.hpp"

#include "apps/instrument/replay.hpp"
#include "apps/studio/output_file.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

SessionSettings recorded() {
    SessionSettings settings;
    settings.record = true;
    return settings;
}

}  // namespace

TEST_CASE("sound and score are kept, and the one makes the other") {
    const Workplace place;
    Rehearsal stage(recorded());
    Recording recording(stage.session, place / "a.wav", false);
    stage.session.trigger(0.7);
    stage.play(0.5);
    const Recording::Kept kept = recording.keep();
    CHECK(kept.sound == place / "a.wav");
    CHECK(kept.score == place / "a.json");
    CHECK(kept.length_s == near(static_cast<double>(stage.sound.size()) / 48000.0, 1e-12));
    CHECK(place.files() == "a.json a.wav");
    const Score score = read_score(place / "a.json");
    CHECK(score.frames == stage.sound.size());
    CHECK(replay(score).samples == stage.sound);
}

TEST_CASE("nothing is begun that could not be finished") {
    const Workplace place;
    Rehearsal stage(recorded());
    write_file(place / "a.json", "kept");
    CHECK_THROWS_AS(Recording(stage.session, place / "a.wav", false), FileError);
    CHECK(place.files() == "a.json");
    CHECK_FALSE(stage.session.recorded_s());
}

TEST_CASE("after a failure of the tape what is on it can be kept") {
    const Workplace place;
    Rehearsal stage(recorded());
    Recording recording(stage.session, place / "a.wav", false);
    CHECK(recording.empty());
    stage.play(0.1);
    recording.catch_up();
    CHECK_FALSE(recording.empty());
    std::filesystem::create_directory(place / "a.json");
    CHECK_THROWS_AS(recording.keep(), FileError);
    CHECK(std::filesystem::exists(place / "a.wav"));
}
