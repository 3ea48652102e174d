// The instrument against ALSA without a sound card: what arrives, and every way in which a card can fail.
#include <doctest/doctest.h>

#include <algorithm>

#include "audio/file/sound_file.hpp"
#include "tests/device/support.hpp"

using namespace synovia;
using cli::test::contains;
using cli::test::read_file;
using test::built_with_portaudio;
using test::doubled;
using test::session_in_background;
using test::SoundPlace;
using test::without_silence;

namespace {

/// Keeps what it is given in the file "capture", 100 ms every 100 ms as a card would: a plug-in that writes to a disk
/// is a hundred times faster than a card, and every hitch of the machine lasts a hundred times as long for it. Once
/// there is a file "lose" it does `then`. A probe of the device gives it nothing, and it ends.
std::string paced_reader(const std::string& then) {
    return "while [ $(head -c 38400 | tee -a capture | wc -c) = 38400 ]; do\n"
           "    sleep 0.1; [ ! -e lose ] || " +
           then + "\ndone\n";
}

std::vector<float> recorded(const SoundPlace& place, const std::string& file) {
    const audio::Signal signal = audio::decode_file(place / file).signal();
    return {signal.samples.begin(), signal.samples.end()};
}

std::vector<float> from_first_sound(const std::vector<float>& samples) {
    return {std::find_if(samples.begin(), samples.end(), [](float x) { return x != 0.0F; }), samples.end()};
}

}  // namespace

// A pull starves here now and then, because the reader takes 100 ms at once and a hand is 20 ms ahead: that changes the
// sound, but heard, recorded and replayed it is the same.
TEST_CASE("what a card gets is what was recorded and what a replay renders, bit for bit") {
    if (!built_with_portaudio()) return;
    for (const std::string format : {"FLOAT_LE", "S32_LE"}) {
        CAPTURE(format);
        const SoundPlace place;
        place.alsa_into_reader(format, paced_reader("true"));
        const auto result = place.sh(
            "printf 'trigger\\nwait 0.1\\nlevel -18\\ntrigger 1\\nrest\\npull 1 0.1\\nwait 0.3\\nrelease\\n"
            "preset hip\\ntrigger 0.8\\n' | $synovia live --plain --record take.wav &&\n"
            "synovia live --replay take.json -o again.wav");
        CHECK(result.exit_status == 0);
        CHECK(contains(result.out, "pop take 1 velocity 0.7 level "));
        CHECK(contains(result.out, "pop in the hand\n"));
        CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
        const std::vector<float> expected = without_silence(doubled(recorded(place, "take.wav")));
        REQUIRE(expected.size() > 2 * 20'000);
        if (format == "FLOAT_LE") {
            CHECK(without_silence(place.samples<float>("capture")) == expected);
            continue;
        }
        std::vector<std::int32_t> whole;
        for (const float x : expected) whole.push_back(static_cast<std::int32_t>(x * 0x1p31F));
        CHECK(without_silence(place.samples<std::int32_t>("capture")) == without_silence(whole));
    }
}

TEST_CASE("a card gets both channels of a session in stereo, bit for bit") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_reader("FLOAT_LE", paced_reader("true"));
    REQUIRE(
        place
            .sh("printf 'trigger\\nwait 0.1\\n' | $synovia live thrust-l45 --plain --listener stereo --record take.wav")
            .exit_status == 0);
    const audio::Signal take = audio::decode_file(place / "take.wav").signal();
    REQUIRE(take.channels == 2);
    CHECK(audio::channel(take, 0).samples != audio::channel(take, 1).samples);
    CHECK(without_silence(place.samples<float>("capture")) ==
          without_silence(std::vector<float>(take.samples.begin(), take.samples.end())));
}

// Such a card makes a minute of sound in half a second, so the recording may have gaps and is not looked at.
TEST_CASE("a card that is a hundred times too fast plays the pops, and the session ends") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    const auto result =
        place.sh("printf 'trigger\\nwait 0.2\\nrest\\ntrigger 1\\n' | timeout 20 $synovia live --plain");
    CHECK(result.exit_status == 0);
    CHECK(std::count(result.out.begin(), result.out.end(), '\n') == 3);
    CHECK(without_silence(place.samples<float>("capture")).size() > 2 * 15'000);
}

// Takes of 60 s keep the session busy for half a second each: the card is lost in the middle of one.
TEST_CASE("a card that is lost or stops ends in a message, and what it got is kept") {
    if (!built_with_portaudio()) return;
    // The reader goes away; or it stays and reads no more.
    for (const std::string how : {"exit", "exec sleep 6"}) {
        CAPTURE(how);
        const SoundPlace place;
        place.alsa_into_reader("FLOAT_LE", paced_reader(how));
        const auto result = place.sh(
            session_in_background("default",
                                  "trigger\\nrest\\npull 1 0.1\\nwait 0.3\\nrelease\\nrest\\n"
                                  "trigger\\nset simulation.duration_s=60\\nwait 60\\n") +
            "heard 3; sleep 1; touch lose; wait $session; echo $?; synovia live --replay take.json -o again.wav");
        CHECK(result.out == "6\n");
        CHECK(contains(read_file(place / "errors"), "wrote take.wav and take.json: "));
        CHECK(contains(read_file(place / "errors"), how == "exit"
                                                        ? "\nsynovia: the sound device default was lost\n"
                                                        : "\nsynovia: the sound device default stopped in the middle"));
        CHECK(read_file(place / "take.wav") == read_file(place / "again.wav"));
        const std::vector<float> got = from_first_sound(place.samples<float>("capture"));
        const std::vector<float> kept = from_first_sound(doubled(recorded(place, "take.wav")));
        REQUIRE(got.size() > 2 * 20'000);
        REQUIRE(kept.size() >= got.size());
        CHECK(std::equal(got.begin(), got.end(), kept.begin()));
    }
}

TEST_CASE("without a card, or with an unknown one, the session says so and leaves nothing behind") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    const auto live = [&](const std::string& words) {
        return place.sh("echo trigger | timeout 20 $synovia live --plain --record take.wav " + words);
    };
    for (const char* configuration : {"", "pcm.other { type null }\n", "nonsense {{{"}) {
        place.alsa(configuration);
        const auto result = live("");
        CHECK(result.exit_status == 6);
        CHECK(contains(result.err, "synovia: no sound device"));
    }
    place.alsa("pcm.!default { type null }\n");
    const auto unknown = live("--device defualt");
    CHECK(unknown.exit_status == 6);
    CHECK(contains(unknown.err, "no sound device \"defualt\" (did you mean \"default\"?)"));
    CHECK(live("--device 99").exit_status == 6);
    CHECK(place.sh("ls").out == "asound.conf\n");
}

TEST_CASE("a card that blocks when it is opened ends in a message") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    // Opening a FIFO for writing waits for a reader, and there is none.
    REQUIRE(place.sh("mkfifo capture").exit_status == 0);
    place.alsa_into_file("FLOAT_LE");
    for (const std::string words : {"--plain --record take.wav", "--measure-latency"}) {
        const auto result = place.sh("timeout 20 $synovia live </dev/null " + words);
        CHECK(result.exit_status == 6);
        CHECK(contains(result.err, "synovia: the sound device default does not answer"));
    }
    CHECK(place.sh("ls").out == "asound.conf\ncapture\n");
}
