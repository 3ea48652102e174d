#include "apps/cli/live/keep_recording.hpp"

#include "apps/cli/failure.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using namespace synovia::instrument;
using namespace synovia::instrument::test;
using synovia::test::Workplace;

TEST_CASE("a rescue does not throw, whatever has become of the place") {
    const Workplace place;
    SessionSettings settings;
    settings.record = true;
    Rehearsal stage(settings);
    Recording recording(stage.session, place / "a.wav", false);
    stage.play(0.1);
    std::filesystem::create_directory(place / "a.json");
    CHECK_NOTHROW(rescue(recording, true));
    CHECK(std::filesystem::exists(place / "a.wav"));
}

TEST_CASE("a recording ends in .wav") {
    CHECK_NOTHROW(require_wav("--record", "a/b.wav"));
    for (const char* path : {"a.json", "a", "", "a.wav/b", "/dev/full"})
        CHECK_THROWS_AS(require_wav("--record", path), Failure);
}
