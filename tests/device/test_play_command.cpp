// The program against ALSA without a sound card: the file plug-in keeps what a card would have got.
#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "apps/cli/play/play_item.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/file/sound_file.hpp"
#include "tests/device/support.hpp"

using namespace synovia;
using cli::test::contains;
using synovia::test::near;
using test::built_with_portaudio;
using test::doubled;
using test::SoundPlace;
using test::without_silence;

namespace {

/// What `play` must have sent for a file: its samples as float, on both channels, from the first to the last sound.
std::vector<float> sent(const SoundPlace& place, const std::string& file, double gain = 1.0) {
    const audio::Signal signal = audio::scaled(audio::decode_file(place / file).signal(), gain);
    return without_silence(doubled(std::vector<float>(signal.samples.begin(), signal.samples.end())));
}

}  // namespace

TEST_CASE("what arrives is what was sent, bit for bit, again and again") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    for (const int rate : {44100, 48000, 96000}) {
        CAPTURE(rate);
        place.alsa_into_file("FLOAT_LE");
        REQUIRE(place.sh("synovia render knuckle --force --level truepeak:-12.5 --rate " + std::to_string(rate))
                    .exit_status == 0);
        for (int repetition = 0; repetition < 2; ++repetition) {
            const auto result = place.sh("synovia play knuckle.wav --quiet");
            CHECK(result.exit_status == 0);
            CHECK(result.err.empty());
            const std::vector<float> expected = sent(place, "knuckle.wav");
            REQUIRE(expected.size() > 1000);
            CHECK(without_silence(place.samples<float>("capture")) == expected);
        }
    }
}

TEST_CASE("a card of 32 bit integers gets them without dither") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("S32_LE");
    REQUIRE(place.sh("synovia render knuckle --level truepeak:-12.5 && synovia play knuckle.wav").exit_status == 0);
    std::vector<std::int32_t> expected;
    for (const float x : sent(place, "knuckle.wav")) expected.push_back(static_cast<std::int32_t>(x * 0x1p31F));
    CHECK(without_silence(place.samples<std::int32_t>("capture")) == expected);
}

TEST_CASE("the sound is followed by silence, so that no card can cut its end") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    REQUIRE(place.sh("synovia play knuckle").exit_status == 0);
    const std::vector<float> all = place.samples<float>("capture");
    const auto last = std::find_if(all.rbegin(), all.rend(), [](float x) { return x != 0.0F; });
    CHECK(last - all.rbegin() > 2 * 2400);  // at least 50 ms on two channels
}

TEST_CASE("a preset sounds like its file, at the stated level") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    REQUIRE(place.sh("synovia render knuckle --encoding float --level truepeak:-12").exit_status == 0);
    REQUIRE(place.sh("synovia play knuckle").exit_status == 0);
    const std::vector<float> preset = without_silence(place.samples<float>("capture"));
    CHECK(preset == sent(place, "knuckle.wav"));
    REQUIRE(place.sh("synovia play knuckle --level truepeak:-3").exit_status == 0);
    audio::Signal louder{48000.0, 0.0, {}};
    const std::vector<float> both = place.samples<float>("capture");
    for (std::size_t n = 0; n < both.size(); n += 2) louder.samples.push_back(static_cast<double>(both[n]));
    CHECK(audio::decibels(audio::true_peak(louder)) == near(-3.0, 1e-6));  // float rounding
}

TEST_CASE("a file that is too loud is turned down, and it is said") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    REQUIRE(place.sh("synovia render knuckle --encoding float --level truepeak:-1").exit_status == 0);
    const auto result = place.sh("synovia play knuckle.wav");
    CHECK(result.exit_status == 0);
    CHECK(contains(result.err, "knuckle.wav: turned down by 11.0 dB to a true peak of -12.0 dB (--level)\n"));
    const std::vector<float> heard = without_silence(place.samples<float>("capture"));
    const std::vector<float> loud = sent(place, "knuckle.wav");
    REQUIRE(heard.size() == loud.size());
    const double gain = std::pow(10.0, -11.0 / 20.0);
    double worst = 0.0;
    for (std::size_t n = 0; n < heard.size(); ++n)
        worst = std::max(worst, std::abs(static_cast<double>(heard[n]) - gain * static_cast<double>(loud[n])));
    CHECK(worst < 1e-7);  // float rounding, and that of the true peak in a float file
}

TEST_CASE("every kind of file that render writes can be played") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    for (const std::string arguments : {"-o a.wav --encoding pcm16", "-o b.wav --encoding pcm24", "-o c.flac",
                                        "-o d.ogg", "-o e.wav --encoding float --level pa"}) {
        CAPTURE(arguments);
        REQUIRE(place.sh("synovia render knuckle --force " + arguments).exit_status == 0);
        const std::string file = arguments.substr(3, arguments.find(' ', 3) - 3);
        CHECK(place.sh("synovia play --level truepeak:-2 " + file).exit_status == 0);
        CHECK(without_silence(place.samples<float>("capture")).size() > 1000);
    }
}

TEST_CASE("sounds follow each other, and --repeat plays all of them again") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    REQUIRE(place.sh("synovia render knuckle && synovia render thumb").exit_status == 0);
    REQUIRE(place.sh("synovia play knuckle.wav thumb.wav --level truepeak:0 --repeat 3").exit_status == 0);
    std::vector<float> expected;
    for (int round = 0; round < 3; ++round)
        for (const char* file : {"knuckle.wav", "thumb.wav"}) {
            const audio::Signal signal = audio::decode_file(place / file).signal();
            const auto samples = doubled(std::vector<float>(signal.samples.begin(), signal.samples.end()));
            expected.insert(expected.end(), samples.begin(), samples.end());
        }
    CHECK(without_silence(place.samples<float>("capture")) == without_silence(expected));
}

TEST_CASE("--repeat forever ends when interrupted, cleanly") {
    if (!built_with_portaudio()) return;
    for (const std::string how : {"--repeat forever & signal=INT", "--repeat 0 & signal=TERM"}) {
        CAPTURE(how);
        const SoundPlace place;
        const auto result = place.sh("$synovia play knuckle --format json 2>errors " + how + "; player=$!\n" +
                                     "until grep -q playing errors; do sleep 0.1; done; sleep 0.3\n"
                                     "kill -$signal $player; wait $player");
        CHECK(result.exit_status == 0);
        CHECK(nlohmann::json::parse(result.out)["interrupted"] == true);
    }
}

TEST_CASE("a preset without a pop plays nothing and says why") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    const auto result = place.sh("synovia play knuckle-slow");
    CHECK(result.exit_status == 0);
    CHECK(contains(result.err, "knuckle-slow: no pop: "));
    CHECK(contains(result.err, "nothing to play"));
}

TEST_CASE("--set changes what is heard; with a sound file it is refused") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    CHECK(contains(place.sh("synovia play knuckle --set traction.rise_time_s=1s").err, "no pop"));
    REQUIRE(place.sh("synovia render knuckle").exit_status == 0);
    CHECK(place.sh("synovia play knuckle.json").exit_status == 0);
    const auto refused = place.sh("synovia play knuckle.wav --set traction.rise_time_s=1s");
    CHECK(refused.exit_status == 2);
    CHECK(contains(refused.err,
                   "--set, --vary, --room and --listener need a preset or a side-car; knuckle.wav is a sound file"));
}

TEST_CASE("two sound files of different rates: the second is rendered anew, or its rate is refused") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    REQUIRE(place.sh("synovia render knuckle && synovia render thumb --rate 96000 --encoding float").exit_status == 0);
    const auto anew = place.sh("synovia play knuckle.wav thumb.wav --level truepeak:0");
    CHECK(anew.exit_status == 0);
    CHECK(contains(anew.err, "thumb.wav has 96000 Hz, the device plays 48000 Hz: rendered anew from thumb.json\n"));
    REQUIRE(place.sh("synovia render thumb -o other.wav --encoding float && rm thumb.json").exit_status == 0);
    const std::vector<float> heard = without_silence(place.samples<float>("capture"));
    const std::vector<float> thumb = sent(place, "other.wav");
    REQUIRE(heard.size() > thumb.size());
    // Normalised at another rate: the true peak of the same curve, low by up to 2e-4 dB.
    double worst = 0.0;
    for (std::size_t n = 0; n < thumb.size(); ++n)
        worst = std::max(worst, std::abs(static_cast<double>(heard[heard.size() - thumb.size() + n] - thumb[n])));
    CHECK(worst < 1e-4);
    const auto refused = place.sh("synovia play knuckle.wav thumb.wav");
    CHECK(refused.exit_status == 3);
    CHECK(contains(refused.err,
                   "thumb.wav has 96000 Hz, the device plays 48000 Hz, and there is no side-car thumb.json"));
}

TEST_CASE("bad input is told apart, whatever the sound card") {
    const SoundPlace place;
    place.alsa("");
    CHECK(place.sh("synovia play").exit_status == 2);
    CHECK(place.sh("synovia play knuckle --repeat x").exit_status == 2);
    CHECK(place.sh("synovia play knuckle --repeat -1").exit_status == 2);
    CHECK(place.sh("synovia play knuckle --level pa").exit_status == 2);
    CHECK(place.sh("synovia play knuckle --level nonsense").exit_status == 2);
    CHECK(place.sh("synovia play nuckle").exit_status == 3);
    CHECK(place.sh("synovia play nothing.wav").exit_status == 5);
}

TEST_CASE("the devices are listed, and an unknown one is answered with the nearest") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    const auto text = place.sh("synovia play --list-devices");
    CHECK(text.exit_status == 0);
    CHECK(text.err.empty());
    CHECK(contains(text.out, "default, ALSA, "));
    CHECK(contains(text.out, ", default\n"));
    const auto json = nlohmann::json::parse(place.sh("synovia play --list-devices --format json").out);
    REQUIRE(json.size() >= 1);
    CHECK(json[0]["name"] == "default");
    CHECK(json[0]["default"] == true);
    CHECK(place.sh("synovia play knuckle --device " + std::to_string(json[0]["index"].get<int>())).exit_status == 0);
    CHECK(place.sh("synovia play knuckle --device default").exit_status == 0);
    const auto unknown = place.sh("synovia play knuckle --device defualt");
    CHECK(unknown.exit_status == 6);
    CHECK(contains(unknown.err, "no sound device \"defualt\" (did you mean \"default\"?)"));
}

TEST_CASE("an ALSA configuration without a default ends in a message, not in an abort") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    for (const char* configuration : {"", "pcm.other { type null }\n", "nonsense {{{"}) {
        place.alsa(configuration);
        const auto result = place.sh("timeout 10 $synovia play knuckle");
        CHECK(result.exit_status == 6);
        CHECK(contains(result.err, "synovia: no sound device"));
        CHECK(place.sh("timeout 10 $synovia play --list-devices").exit_status == 6);
    }
}

TEST_CASE("a device that blocks when it is opened ends in a message") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    // Opening a FIFO for writing waits for a reader, and there is none.
    REQUIRE(place.sh("mkfifo capture").exit_status == 0);
    place.alsa_into_file("FLOAT_LE");
    const auto result = place.sh("timeout 20 $synovia play knuckle");
    CHECK(result.exit_status == 6);
    CHECK(contains(result.err, "synovia: the sound device default does not answer"));
}

TEST_CASE("a device that stops in the middle ends in a message") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    // Takes half a second of sound and then nothing more, with the pipe open.
    place.alsa_into_reader("FLOAT_LE", "[ $(head -c 200000 | wc -c) -lt 200000 ] || exec sleep 6\n");
    const auto result = place.sh("timeout 20 $synovia play knuckle --repeat 9 2>errors; echo $?");
    CHECK(result.out == "6\n");
    CHECK(contains(cli::test::read_file(place / "errors"), "synovia: the sound device default stopped in the middle"));
}

TEST_CASE("a file of two channels arrives as it is") {
    if (!built_with_portaudio()) return;
    const SoundPlace place;
    place.alsa_into_file("FLOAT_LE");
    // The facets of a back lie to the left and to the right.
    REQUIRE(place
                .sh("synovia render thrust-l45 --listener stereo --level truepeak:-12.5 -o a.wav && "
                    "synovia play a.wav --quiet")
                .exit_status == 0);
    const audio::Signal file = audio::decode_file(place / "a.wav").signal();
    REQUIRE(file.channels == 2);
    CHECK(audio::channel(file, 0).samples != audio::channel(file, 1).samples);
    CHECK(without_silence(place.samples<float>("capture")) ==
          without_silence(std::vector<float>(file.samples.begin(), file.samples.end())));
}
