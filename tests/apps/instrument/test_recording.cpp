#include "apps/instrument/recording.hpp"

#include "apps/cli/failure.hpp"
#include "tests/apps/cli/live/support.hpp"
#include "tests/apps/cli/support.hpp"

using namespace synovia;
using namespace synovia::live;
using namespace synovia::live::test;
using cli::test::Workplace;
using cli::test::write_file;

namespace {

struct Stand {
    Stand() {
        options.record = place / "a.wav";
        options.common.quiet = true;
    }
    Workplace place;
    cli::LiveOptions options;
};

SessionSettings recorded() {
    SessionSettings settings;
    settings.record = true;
    return settings;
}

}  // namespace

TEST_CASE("sound and score are kept, and the one makes the other") {
    const Stand stand;
    Rehearsal stage(recorded());
    Recording recording(stage.session, stand.options);
    stage.session.trigger(0.7);
    stage.play(0.5);
    recording.keep();
    CHECK(stand.place.files() == "a.json a.wav");
    const Score score = read_score(stand.place / "a.json");
    CHECK(score.frames == stage.sound.size());
    CHECK(perform(score) == stage.sound);
}

TEST_CASE("nothing is begun that could not be finished") {
    const Stand stand;
    Rehearsal stage(recorded());
    write_file(stand.place / "a.json", "kept");
    CHECK_THROWS_AS(Recording(stage.session, stand.options), cli::Failure);
    CHECK(stand.place.files() == "a.json");
    CHECK_FALSE(stage.session.recorded_s());
}

TEST_CASE("a rescue does not throw, whatever has become of the place") {
    Stand stand;
    Rehearsal stage(recorded());
    Recording recording(stage.session, stand.options);
    stage.play(0.1);
    std::filesystem::create_directory(stand.place / "a.json");
    CHECK_NOTHROW(recording.rescue());
    CHECK(std::filesystem::exists(stand.place / "a.wav"));
}

TEST_CASE("a recording ends in .wav") {
    CHECK_NOTHROW(require_wav("--record", "a/b.wav"));
    for (const char* path : {"a.json", "a", "", "a.wav/b", "/dev/full"})
        CHECK_THROWS_AS(require_wav("--record", path), cli::Failure);
}
