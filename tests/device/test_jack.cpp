// The program against a JACK server.
#include <doctest/doctest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "tests/device/jack.hpp"

using namespace synovia;
using cli::test::contains;
using test::SoundPlace;

namespace {

/// Empty where there is no jackd or no PortAudio.
std::optional<cli::ChildResult> play_beside_jack(const SoundPlace& place, int rate_hz, const std::string& script) {
    auto result = test::beside_jack(place, rate_hz, script);
    if (result && contains(result->err, "built without PortAudio")) return std::nullopt;
    return result;
}

}  // namespace

TEST_CASE("a JACK server plays at its own pace, and we do not make it run dry") {
    const SoundPlace place;
    // A loaded machine may hold up the server itself: none of five attempts without a gap would be our fault.
    int underflows = 1;
    for (int attempt = 0; attempt < 5 && underflows > 0; ++attempt) {
        const auto start = std::chrono::steady_clock::now();
        const auto result =
            play_beside_jack(place, 48000, "synovia play knuckle --device system --repeat 3 --format json");
        if (!result) return;
        const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        CHECK(result->exit_status == 0);
        const auto report = nlohmann::json::parse(result->out);
        CHECK(report["host_api"] == "JACK Audio Connection Kit");
        CHECK(report["sample_rate_hz"] == 48000.0);
        CHECK(report["frames"] > 3 * 15000);
        CHECK(elapsed.count() > report["frames"].get<double>() / 48000.0 - 0.1);  // not faster than real time
        underflows = report["underflows"];
    }
    WARN(underflows == 0);  // five gaps in a row are no proof against us either: the machine may be busy all the time
}

TEST_CASE("a server of another rate gets sounds of its rate") {
    const SoundPlace place;
    const auto result =
        play_beside_jack(place, 44100,
                         "synovia render knuckle && synovia play knuckle --device system --format json &&\n"
                         "synovia play knuckle.wav --device system && rm knuckle.json &&\n"
                         "synovia play knuckle.wav --device system");
    if (!result) return;
    CHECK(result->exit_status == 3);  // of the last, which has no side-car
    CHECK(nlohmann::json::parse(result->out)["sample_rate_hz"] == 44100.0);
    CHECK(contains(result->err, "system does not play 48000 Hz, 44100 Hz instead\n"));
    CHECK(contains(result->err,
                   "knuckle.wav has 48000 Hz, the device plays 44100 Hz: rendered anew from knuckle.json\n"));
    CHECK(contains(result->err, "and there is no side-car knuckle.json to render it anew"));
}

TEST_CASE("a server that is killed in the middle of a sound ends in a message") {
    for (const std::string signal : {"KILL", "STOP"}) {
        CAPTURE(signal);
        const SoundPlace place;
        const auto result =
            play_beside_jack(place, 48000,
                             "$synovia play knuckle --device system --repeat forever 2>errors & player=$!\n"
                             "for i in $(seq 100); do grep -q playing errors && break; sleep 0.1; done\n"
                             "sleep 0.3; kill -" +
                                 signal + " $server; wait $player; echo $?");
        if (!result) return;
        CHECK(result->out == "6\n");
        const std::string errors = cli::test::read_file(place / "errors");
        CHECK(contains(errors, "synovia: the sound device "));
    }
}
