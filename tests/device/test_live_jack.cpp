// The instrument against a JACK server with the dummy driver: real time without a sound card.
#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "audio/file/sound_file.hpp"
#include "tests/device/jack.hpp"
#include "tests/near.hpp"

using namespace synovia;
using cli::test::contains;
using cli::test::read_file;
using synovia::test::near;
using test::beside_jack;
using test::session_in_background;
using test::SoundPlace;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

double peak_frequency_hz(const SoundPlace& place, const std::string& file) {
    const auto measured = place.sh("synovia measure --format json " + file);
    REQUIRE(measured.exit_status == 0);
    return nlohmann::json::parse(measured.out)["peak_frequency_hz"];
}

}  // namespace

TEST_CASE("a session on a card that keeps time: pops, a clean end, and a recording that renders again") {
    const SoundPlace place;
    const auto result = beside_jack(place, 48000,
                                    "printf 'trigger\\nwait 0.2\\ntrigger 1\\nrest\\nwait 0.1\\ntrigger 0.9\\n' |\n"
                                    "$synovia live --plain --memory --device system --record take.wav >lines &&\n"
                                    "synovia live --replay take.json -o again.wav");
    if (!result) return;
    CHECK(result->exit_status == 0);
    const std::string lines = read_file(place / "lines");
    CHECK(count(lines, "pop take ") == 2);
    CHECK(contains(lines, "quiet take 1 velocity 1 level "));
    CHECK(read_file(place / "take.wav").size() > 4 * 30'000);
    CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
}

TEST_CASE("a card of another rate gets pops of its rate, at their own pitch, and it is said") {
    const SoundPlace place;
    const auto result = beside_jack(place, 44100,
                                    "for device in null system; do\n"
                                    "    echo trigger | $synovia live --plain --device $device --record $device.wav\n"
                                    "done\n"
                                    "echo trigger | $synovia live --plain --device system --quiet");
    if (!result) return;
    CHECK(result->exit_status == 0);
    CHECK(count(result->err, "system does not play 48000 Hz, 44100 Hz instead\n") == 1);
    CHECK(contains(result->err, "playing knuckle-crack on system at 44100 Hz"));
    CHECK(audio::decode_file(place / "null.wav").signal.sample_rate_hz == 48000.0);
    CHECK(audio::decode_file(place / "system.wav").signal.sample_rate_hz == 44100.0);
    // 48 kHz samples at 44.1 kHz would be 8 % too low; the windows that are measured begin at other instants.
    CHECK(peak_frequency_hz(place, "system.wav") == near(peak_frequency_hz(place, "null.wav"), 0.01));
}

TEST_CASE("a card of a rate at which nothing is rendered is refused") {
    const SoundPlace place;
    const auto result = beside_jack(place, 22050, "$synovia live --plain --device system </dev/null");
    if (!result) return;
    CHECK(result->exit_status == 6);
    CHECK(contains(result->err, "synovia: the sound device system plays at 22050 Hz, sounds are rendered at 44100 to"));
}

TEST_CASE("a server that is killed in the middle ends the session, not the recording") {
    for (const std::string signal : {"KILL", "STOP"}) {
        CAPTURE(signal);
        const SoundPlace place;
        const auto result = beside_jack(place, 48000,
                                        session_in_background("system", "trigger\\nrest\\npull 1 0.1\\nwait 60\\n") +
                                            "heard 2; sleep 0.3; kill -" + signal +
                                            " $server\n"
                                            "wait $session; echo $?; synovia live --replay take.json -o again.wav");
        if (!result) return;
        CHECK(result->out == "6\n");
        const std::string errors = read_file(place / "errors");
        CHECK(contains(errors, "wrote take.wav and take.json: "));
        CHECK(contains(errors, "\nsynovia: the sound device system "));
        CHECK(read_file(place / "take.wav").size() > 4 * 10'000);
        CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
        CHECK_FALSE(std::filesystem::exists(place / "take.wav.part"));
    }
}

TEST_CASE("a server that hangs from the start ends in a message") {
    const SoundPlace place;
    const auto result =
        beside_jack(place, 48000, "kill -STOP $server; timeout 20 $synovia live --plain --device system </dev/null");
    if (!result) return;
    CHECK(result->exit_status == 6);
    CHECK(contains(result->err, "synovia: a sound device does not answer"));
}

TEST_CASE("Ctrl-C pressed twice ends the session once, with its recording") {
    const SoundPlace place;
    const auto result = beside_jack(place, 48000,
                                    session_in_background("system", "trigger\\nwait 60\\n") +
                                        "heard 1; kill -INT $session; sleep 0.04; kill -INT $session\n"
                                        "wait $session; echo $?");
    if (!result) return;
    CHECK(result->out == "0\n");
    CHECK(contains(read_file(place / "errors"), "wrote take.wav and take.json: "));
    CHECK_FALSE(std::filesystem::exists(place / "take.wav.part"));
}

TEST_CASE("a thousand triggers in ten seconds are all played") {
    const SoundPlace place;
    // Only a machine that holds up the card for a sixth of a second makes it refuse one, and a loaded one may.
    std::size_t refused = 1;
    for (int attempt = 0; attempt < 3 && refused > 0; ++attempt) {
        const auto result =
            beside_jack(place, 48000,
                        "for i in $(seq 1000); do printf 'trigger\\nwait 0.008\\n'; done |\n"
                        "$synovia live minnaert --plain --device system --force --record take.wav >lines &&\n"
                        "synovia live --replay take.json --force -o again.wav");
        if (!result) return;
        CHECK(result->exit_status == 0);
        CHECK(count(read_file(place / "lines"), "pop take ") == 1000);
        refused = count(read_file(place / "lines"), "error: more than 16 pops within 5 ms");
        CHECK(count(read_file(place / "lines"), "\n") == 1000 + refused);
        CHECK(count(read_file(place / "take.json"), "\"kind\": \"pop\"") == 1000 - refused);
        CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
    }
    WARN(refused == 0);
}
