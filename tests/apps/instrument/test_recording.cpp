#include "apps/instrument/recording.hpp"

#include "apps/instrument/replay.hpp"
#include "apps/studio/file_error.hpp"
#include "apps/studio/score_file.hpp"
#include "apps/studio/score_metadata.hpp"
#include "audio/file/sound_file.hpp"
#include "tests/apps/instrument/full_disk.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;
using synovia::test::contains;
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
    CHECK(replayed(score) == stage.sound);
}

TEST_CASE("a recording in stereo has two channels and makes itself again") {
    const Workplace place;
    SessionSettings settings = recorded();
    settings.listening = audio::Listening::stereo;
    Rehearsal stage(settings);
    Recording recording(stage.session, place / "a.wav", false);
    stage.session.trigger(0.7);
    stage.play(0.2);
    CHECK(recording.keep().length_s == near(0.2, 1e-12));
    const audio::Signal kept = audio::decode_file(place / "a.wav").signal();
    CHECK(kept.channels == 2);
    CHECK(kept.samples == std::vector<double>(stage.sound.begin(), stage.sound.end()));
    CHECK(replayed(read_score(place / "a.json")) == stage.sound);
}

TEST_CASE("a recording says what is on it, and its silent end is a minute long at most") {
    const Workplace place;
    Rehearsal stage(recorded());
    Recording recording(stage.session, place / "a.wav", false);
    stage.session.trigger(0.7);
    stage.play(1.0);
    const std::uint64_t end = stage.session.last_end();
    CHECK(end > 4800);
    stage.play(61.0);
    stage.session.level(-6.0);  // behind the end
    stage.play(0.5);
    recording.keep();
    const audio::Decoded kept = audio::decode_file(place / "a.wav");
    CHECK(kept.signal().samples.size() == end + 60 * 48000);
    CHECK(kept.title == "played live: knuckle");
    CHECK(kept.full_scale_db_spl == near(*full_scale_db_spl(read_score(place / "a.json")), 0.01));
    const std::vector<float> again = replayed(read_score(place / "a.json"));
    const std::vector<double> samples = kept.signal().samples;
    CHECK(std::equal(again.begin(), again.end(), samples.begin(), samples.end()));
}

TEST_CASE("a full disk ends the recording, which is kept as far as it went, and not the playing") {
    const Workplace place;
    Rehearsal stage(recorded());
    Recording recording(stage.session, place / "a.wav", false);
    stage.session.trigger(0.7);
    {
        const FullDisk disk(50'000);
        stage.play(0.5);
        CHECK(contains(recording.failure(), "a.wav.part: "));
        stage.session.rest();
        stage.session.trigger(0.7);
        stage.play(0.5);
    }
    CHECK(contains(stage.last(), "pop take 2"));
    CHECK(std::count_if(stage.lines.begin(), stage.lines.end(), [](const std::string& line) {
              return line.starts_with("the recording has ended, the playing goes on: ");
          }) == 1);
    CHECK_FALSE(stage.session.tape().recorded_s());
    CHECK(recording.keep().length_s < 0.5);
    const audio::Signal kept = audio::decode_file(place / "a.wav").signal();
    CHECK(kept.samples.size() > 10'000);
    const Score score = read_score(place / "a.json");
    CHECK(score.events.size() == 1);
    const std::vector<float> again = replayed(score);
    CHECK(std::equal(again.begin(), again.end(), kept.samples.begin(), kept.samples.end()));
}

TEST_CASE("a session that breaks off leaves sound and events, which agree as far as they go") {
    const Workplace place;
    Rehearsal stage(recorded());
    {
        const Recording recording(stage.session, place / "a.wav", false);
        stage.session.trigger(0.7);
        stage.play(0.2);
        stage.session.pull(1.0, 0.12);
        stage.play(0.3);
    }
    CHECK(place.files() == "a.json.part a.wav.part");
    const Score score = read_score(place / "a.json.part");
    CHECK(score.broken_off);
    CHECK(score.frames <= stage.sound.size());
    CHECK(score.frames >= audio::decode_file(place / "a.wav.part").sound.frames());
    CHECK(score.frames > stage.sound.size() - 4800);
    stage.sound.resize(score.frames);
    CHECK(replayed(score) == stage.sound);
    CHECK(peak(stage.sound) > 0.05);
}

TEST_CASE("nothing is begun that could not be finished") {
    const Workplace place;
    Rehearsal stage(recorded());
    write_file(place / "a.json", "kept");
    CHECK_THROWS_AS(Recording(stage.session, place / "a.wav", false), FileError);
    CHECK(place.files() == "a.json");
    CHECK_FALSE(stage.session.tape().recorded_s());
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
    CHECK(recording.sound_part().empty());
    CHECK(read_score(recording.journal_part()).frames > 0);
}
