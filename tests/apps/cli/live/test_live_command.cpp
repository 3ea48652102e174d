// The real program, with a card that makes no sound.
#include <sstream>

#include "tests/apps/cli/support.hpp"
#include "tests/apps/instrument/support.hpp"

using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;
using namespace std::string_literals;

TEST_CASE("a plain session: commands in, one line per event out, a clean end") {
    const Workplace place;
    const auto result = place.sh(
        "printf 'trigger\\nwait 0.05\\ntrigger 0.9\\nbanana\\nrest\\npull 1 0.15\\nwait 0.3\\nrelease\\nlevel -6' | "
        "synovia live --plain --device null --memory --quiet");
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
        "printf 'trigger\\nwait 60\\n' >lines\n"
        "$synovia live --plain --device null --record a.wav <lines >said & session=$!\n"
        "for i in $(seq 300); do grep -q pop said && break; sleep 0.1; done\n"
        "kill -INT $session; wait $session");
    CHECK(contains(killed.err, "wrote a.wav"));
    CHECK(place.files() == "a.json a.wav lines said");
    const auto quit = place.sh("(printf 'trigger\\nquit\\ntrigger\\n') | synovia live --plain --device null --quiet");
    CHECK(quit.exit_status == 0);
    CHECK(std::count(quit.out.begin(), quit.out.end(), '\n') == 1);
}

TEST_CASE("a session that is killed leaves a sound that can be read, and events that make it again") {
    const Workplace place;
    place.sh(
        "printf 'trigger\\nwait 60\\n' >lines\n"
        "$synovia live --plain --device null --record a.wav <lines >said & session=$!\n"
        "for i in $(seq 300); do synovia measure a.wav.part 2>/dev/null | grep -q 'SPL peak' && break; sleep 0.1; "
        "done\n"
        "sleep 0.5; kill -KILL $session; wait $session");
    CHECK(place.files() == "a.json.part a.wav.part lines said");
    const auto measured = place.sh("synovia measure a.wav.part");
    CHECK(measured.exit_status == 0);
    CHECK(contains(measured.out, "pops            1"));
    CHECK(contains(measured.out, "dB SPL peak"));
    const auto again = place.sh("synovia live --replay a.json.part -o again.wav");
    CHECK(again.exit_status == 0);
    CHECK(contains(again.err, "wrote again.wav: "));
    CHECK(contains(again.err, "; the recording broke off there\n"));
    const std::string kept = read_file(place / "a.wav.part"), rendered = read_file(place / "again.wav");
    constexpr std::size_t header = 2048;
    REQUIRE(rendered.size() > 20'000);
    REQUIRE(rendered.size() >= kept.size());  // what was heard last may not have reached the disk
    CHECK(rendered.size() - kept.size() <= 4096 * sizeof(float));
    CHECK(rendered.substr(header, kept.size() - header) == kept.substr(header));
}

TEST_CASE("a recording says what it is, and what full scale stands for") {
    const Workplace place;
    const auto result = place.sh(
        "printf 'trigger\\nwait 0.5\\n' | synovia live knuckle --plain --device null --record a.wav\n"
        "synovia measure a.wav --format json && synovia measure a.wav");
    CHECK(result.exit_status == 0);
    CHECK(contains(result.out, "\"title\": \"played live: knuckle\""));
    CHECK_FALSE(contains(result.out, "no calibration"));
}

TEST_CASE("what was recorded is kept when nobody reads the lines any more, or the disk is full") {
    const Workplace place;
    const auto play = [&](const std::string& limit, const std::string& lines, const std::string& output) {
        return place.sh(limit + "printf '" + lines +
                        "' |\n"
                        "timeout 30 $synovia live --plain --device null --force --record a.wav " +
                        output + "\ncode=$?; synovia live --replay a.json --force -o again.wav; exit $code");
    };
    for (const std::string output : {">/dev/full", ">&-"}) {
        CAPTURE(output);
        const auto unread = play("", "trigger\\nset simulation.duration_s=40\\nwait 60\\n", output);
        CHECK(unread.exit_status == 5);
        CHECK(contains(unread.err, "wrote a.wav and a.json: "));
        CHECK(contains(unread.err, "\nsynovia: standard output: "));
        CHECK(read_file(place / "a.wav") == read_file(place / "again.wav"));
    }
    // 50 KiB or 100 KiB, a quarter of a second or half
    const auto full = play("ulimit -f 100\n", "trigger\\nwait 1\\nrest\\ntrigger\\nwait 0.5\\n", "");
    CHECK(full.exit_status == 5);
    CHECK(contains(full.out, "the recording has ended, the playing goes on: a.wav.part: "));
    CHECK(contains(full.out, "pop take 2 "));
    CHECK(contains(full.err, "wrote a.wav and a.json: "));
    CHECK(contains(full.err, "\nsynovia: the recording ended before the playing: a.wav.part: "));
    CHECK(read_file(place / "a.wav").size() > 30'000);
    CHECK(read_file(place / "a.wav") == read_file(place / "again.wav"));
    CHECK(place.files() == "a.json a.wav again.wav");
}

TEST_CASE("two sessions do not record into the same file") {
    const Workplace place;
    const auto result = place.sh(
        "printf 'trigger\\nwait 60\\n' >lines\n"
        "$synovia live --plain --device null --record a.wav <lines >/dev/null 2>&1 & first=$!\n"
        "for i in $(seq 200); do [ -s a.wav.part ] && break; sleep 0.1; done\n"
        "for force in '' --force; do\n"
        "    synovia live --plain --device null --record a.wav $force </dev/null; echo $?\n"
        "done\n"
        "kill -INT $first; wait $first; echo $?");
    CHECK(result.out == "5\n5\n0\n");
    CHECK(contains(result.err, "synovia: a.wav.part: another session is recording it\n"));
    CHECK(place.files() == "a.json a.wav lines");
}

TEST_CASE("whatever comes in is answered, and the session goes on") {
    const Workplace place;
    std::string noise;
    for (std::uint32_t i = 0, x = 1; i < 50'000; ++i, x = 1664525 * x + 1013904223)
        noise.push_back(static_cast<char>(x >> 24U));
    write_file(place / "noise", noise + "\ntrig\0ger\n\0\n"s + std::string(1'000'000, 'x') + "\ntrigger\n");
    const auto result = place.sh("synovia live --plain --device null --quiet <noise");
    CHECK(result.exit_status == 0);
    CHECK(result.out.size() > 10'000);
    std::istringstream lines(result.out);
    std::string last;
    std::size_t unlike = 0, longest = 0;
    for (std::string line; std::getline(lines, line); last = line) {
        unlike += line.starts_with("error: ") ? 0U : 1U;
        longest = std::max(longest, line.size());
    }
    CHECK(last.starts_with("pop take 1 "));
    CHECK(unlike == 1);
    CHECK(longest < 500);
    CHECK(std::none_of(result.out.begin(), result.out.end(),
                       [](unsigned char c) { return (c < 32 && c != '\n') || c == 127; }));
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
    CHECK(code("--device null --record missing/a.wav") == 5);
    // The side-car of take.json would be take.json.
    for (const char* name : {"take.json", "take.flac", "take", "-", "/dev/full"})
        CHECK(code("--device null --record " + std::string(name)) == 2);
    CHECK(code("--replay there.wav -o b.flac") == 2);
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

TEST_CASE("a session in stereo is recorded and rendered again with two channels") {
    const Workplace place;
    const auto result = place.sh(
        "printf 'trigger\\nwait 0.03\\nrest\\npull 1 0.12\\nwait 0.1\\nrelease\\n' | synovia live --plain --device "
        "null "
        "--listener stereo --record take.wav && synovia live --replay take.json -o again.wav");
    CHECK(result.exit_status == 0);
    CHECK(contains(place.sh("synovia measure take.wav").out, "channels: 2"));
    CHECK(read_file(place / "take.wav").size() > 50'000);
    CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
    CHECK(place.sh("synovia live --plain --device null --listener three </dev/null").exit_status == 2);
}
