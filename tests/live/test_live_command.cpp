// The real program, with a card that makes no sound.
#include "tests/apps/cli/support.hpp"
#include "tests/live/support.hpp"

using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;

TEST_CASE("a plain session: commands in, one line per event out, a clean end") {
    const Workplace place;
    const auto result = place.sh(
        "printf 'trigger\\nwait 0.05\\ntrigger 0.9\\nbanana\\nrest\\npull 1 0.15\\nwait 0.3\\nrelease\\nlevel -6' | "
        "synovia live --plain --device null --quiet");
    CHECK(result.exit_status == 0);
    CHECK(result.err.empty());
    CHECK(contains(result.out, "pop take 1 velocity 0.7 level "));
    CHECK(contains(result.out, "quiet take 1 velocity 0.9 level "));
    CHECK(contains(result.out, "error: unknown command \"banana\""));
    CHECK(contains(result.out, "pop in the hand\n"));
    CHECK(result.out.ends_with("level -6 dBFS\n"));
}

TEST_CASE("what was recorded is rendered again to the same bytes") {
    const Workplace place;
    const auto result = place.sh(
        "printf 'trigger\\nwait 0.03\\ntrigger 1\\nrest\\npull 1 0.12\\nwait 0.1\\nrelease\\npreset hip\\ntrigger "
        "0.8\\n'"
        " | synovia live --plain --device null --record take.wav && synovia live --replay take.json -o again.wav");
    CHECK(result.exit_status == 0);
    CHECK(place.files() == "again.wav take.json take.wav");
    CHECK(read_file(place / "take.wav").size() > 50'000);
    CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
}

TEST_CASE("an interrupt and a quit end the session, and the recording is kept") {
    const Workplace place;
    const auto killed = place.sh(
        "(printf 'trigger\\n'; sleep 2) | { timeout -s INT 1 $synovia live --plain --device null --record a.wav; }");
    CHECK(contains(killed.err, "wrote a.wav"));
    CHECK(place.files() == "a.json a.wav");
    const auto quit = place.sh("(printf 'trigger\\nquit\\ntrigger\\n') | synovia live --plain --device null --quiet");
    CHECK(quit.exit_status == 0);
    CHECK(std::count(quit.out.begin(), quit.out.end(), '\n') == 1);
}

TEST_CASE("a session that is killed leaves a file that can be read") {
    const Workplace place;
    place.sh(
        "(printf 'trigger\\nwait 9\\n'; sleep 2) | timeout -s KILL 1 $synovia live --plain --device null --record "
        "a.wav");
    CHECK(place.files() == "a.wav.part");
    const auto measured = place.sh("synovia measure a.wav.part");
    CHECK(measured.exit_status == 0);
    CHECK(contains(measured.out, "pops            1"));
}

TEST_CASE("what cannot be done is refused before anything sounds") {
    const Workplace place;
    write_file(place / "there.wav", "kept");
    const auto code = [&](const std::string& words) {
        return place.sh("synovia live " + words + " < /dev/null").exit_status;
    };
    CHECK(code("--device null --record there.wav") == 5);
    CHECK(read_file(place / "there.wav") == "kept");
    CHECK(code("nonsense --device null") == 3);
    CHECK(code("--device null --set nonsense=1") == 3);
    CHECK(code("--device null --vary much") == 2);
    CHECK(code("--replay there.wav -o b.wav") == 3);
    CHECK(code("--replay there.wav") == 2);
    CHECK(code("--device null") == 0);
    CHECK(place.files() == "there.wav");
}

TEST_CASE("the latency is measured and told") {
    const Workplace place;
    const auto result = place.sh("synovia live --measure-latency --device null");
    CHECK(result.exit_status == 0);
    CHECK(contains(result.out, "trigger to first sample: mean "));
    CHECK(contains(result.out, "with 256 frames per buffer at 48000 Hz"));
}
