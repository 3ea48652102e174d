#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "audio/file/sound_file.hpp"
#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using namespace synovia;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::read_json;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;
using synovia::test::near;

TEST_CASE("a preset becomes a sound and a side-car, and standard output stays empty") {
    const Workplace place;
    const auto result = place.sh("synovia render knuckle");
    CHECK(result.exit_status == 0);
    CHECK(result.out.empty());
    CHECK(result.err.starts_with("wrote knuckle.wav: "));
    CHECK(place.files() == "knuckle.json knuckle.wav");
    CHECK(place.sh("synovia render knuckle -o b.wav --quiet").err.empty());
    CHECK(read_file(place / "knuckle.wav") == read_file(place / "b.wav"));
}

TEST_CASE("the side-car holds everything that made the file") {
    const Workplace place;
    place.sh("synovia render knuckle -o pop.flac --seed 7 --quiet");
    const json car = read_json(place / "pop.json");
    CHECK(car["schema"] == 1);
    CHECK(car["version"] == SYNOVIA_VERSION);
    CHECK(car["scenario"]["joint.articular_radius_m"] == 6.9e-3);
    CHECK(car["render"] == json{{"sample_rate_hz", 48000},
                                {"encoding", "flac"},
                                {"level", "truepeak:-1"},
                                {"duration_s", nullptr},
                                {"seed", 7},
                                {"take", 1},
                                {"joint_seed", 7},
                                {"joint", 1}});
    CHECK(car["result"]["joints"][0]["outcome"] == "popped");
    CHECK_FALSE(car["result"]["joints"][0].contains("wall_time_s"));  // it would differ from run to run
    const auto decoded = audio::decode_file(place / "pop.flac");
    CHECK(car["result"]["duration_s"] == static_cast<double>(decoded.signal.samples.size()) / 48000.0);
}

TEST_CASE("rendering the side-car gives the same bytes, whatever the encoding") {
    for (const std::string name :
         {"a.wav --encoding pcm16 --seed 5", "a.wav --encoding pcm24", "a.wav --encoding float", "a.flac", "a.ogg",
          "a.wav --level pa", "a.wav --room small --listener stereo", "a.wav --level cal:110 --rate 96000",
          "a.wav --duration 120ms --vary 30% --seed 3"}) {
        CAPTURE(name);
        const Workplace place;
        REQUIRE(place.sh("synovia render thumb --quiet -o " + name).exit_status == 0);
        const std::string ending = name.starts_with("a.wav") ? "wav" : name.substr(2, 4);
        REQUIRE(place.sh("synovia render a.json --quiet -o b." + ending).exit_status == 0);
        CHECK(place.sh("cmp a." + ending + " b." + ending).exit_status == 0);
        CHECK(place.sh("cmp a.json b.json").exit_status == 0);
    }
}

TEST_CASE("so do the side-cars of takes, mixes and stems") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle thumb -n 2 --vary 20% --stems --quiet -o mix.wav --encoding pcm16")
                .exit_status == 0);
    CHECK(place.files() ==
          "mix-01-1-knuckle.json mix-01-1-knuckle.wav mix-01-2-thumb.json mix-01-2-thumb.wav "
          "mix-01.json mix-01.wav mix-02-1-knuckle.json mix-02-1-knuckle.wav mix-02-2-thumb.json "
          "mix-02-2-thumb.wav mix-02.json mix-02.wav mix-manifest.json");
    const auto again = place.sh(
        "for f in mix-0*.json; do synovia render $f -o again.wav --force --quiet; "
        "cmp again.wav ${f%.json}.wav; cmp again.json $f; done");
    CHECK(again.out.empty());
    CHECK(again.err.empty());
    REQUIRE(place.sh("synovia render knuckle-crack -n 2 --quiet").exit_status == 0);
    CHECK(place
              .sh("for f in knuckle-crack-0*.json; do synovia render $f -o again.wav --force --quiet; "
                  "cmp again.wav ${f%.json}.wav; cmp again.json $f; done")
              .out.empty());
}

TEST_CASE("stems add up to the mix: same start, length and gain") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle thumb toe --stems --encoding float --spacing 90ms --quiet").exit_status ==
            0);
    const auto mix = audio::decode_file(place / "mix.wav").signal;
    std::vector<double> sum(mix.samples.size(), 0.0);
    for (const std::string stem : {"mix-1-knuckle.wav", "mix-2-thumb.wav", "mix-3-toe.wav"}) {
        const auto signal = audio::decode_file(place / stem).signal;
        REQUIRE(signal.samples.size() == sum.size());
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += signal.samples[i];
    }
    double worst = 0.0;
    for (std::size_t i = 0; i < sum.size(); ++i) worst = std::max(worst, std::abs(sum[i] - mix.samples[i]));
    CHECK(worst < 4 * std::ldexp(1.0, -25));  // four roundings to 24 bits of numbers below 1
    const auto start = [&](const std::string& name) { return read_json(place / name)["result"]["start_time_s"]; };
    CHECK(start("mix-2-thumb.json") == start("mix.json"));
    CHECK(contains(place.sh("synovia measure mix.wav").out, "  pops            3,"));
}

TEST_CASE("a file that ends before its sound says what it left out") {
    const Workplace place;
    const auto early = place.sh("synovia render knuckle --duration 5.2ms -o early.wav");
    CHECK(early.exit_status == 0);
    CHECK(contains(early.err, "early.wav: the sound goes on behind the end of the file"));
    CHECK(read_json(place / "early.json")["result"]["left_out_db"].is_number());
    const auto whole = place.sh("synovia render knuckle -o whole.wav");
    CHECK_FALSE(contains(whole.err, "goes on"));
    CHECK(read_json(place / "whole.json")["result"]["left_out_db"].is_null());
}

TEST_CASE("joints of a mix start one spacing after the other") {
    const Workplace place;
    place.sh(
        "synovia render knuckle knuckle --spacing 100ms --level pa --quiet; synovia render knuckle --level pa --quiet");
    const auto mix = audio::decode_file(place / "mix.wav").signal.samples;
    const auto one = audio::decode_file(place / "knuckle.wav").signal.samples;
    double worst = 0.0;
    for (std::size_t i = 4800; i < one.size(); ++i) worst = std::max(worst, std::abs(mix[i] - one[i] - one[i - 4800]));
    // Floats of 24 bits near 1 Pa; the first pop's onset, 80 dB below the peak, is where both files begin.
    CHECK(worst < 1e-6);
}

TEST_CASE("a crowd of joints is more than a file's metadata can hold, but not more than the side-car can") {
    const Workplace place;
    const auto result =
        place.sh("synovia render $(for i in $(seq 20); do echo knuckle; done) --spacing 20ms -o mix.wav");
    CHECK(result.exit_status == 0);
    CHECK(read_json(place / "mix.json")["joints"].size() == 20);
    CHECK(json::parse(audio::decode_file(place / "mix.wav").comment)["render"]["take"] == 1);
    place.sh("synovia render mix.json -o again.wav");
    CHECK(place.sh("cmp mix.wav again.wav").exit_status == 0);
}

TEST_CASE("no pop is said with its reason and nothing is written") {
    const Workplace place;
    const auto result = place.sh("synovia render knuckle-slow");
    CHECK(result.exit_status == 0);
    CHECK(result.out.empty());
    CHECK(contains(result.err,
                   "knuckle-slow: no pop: the gap pressure fell to -80.47 kPa; a pop needs less than -119.6 kPa"));
    CHECK(place.files().empty());
}

TEST_CASE("a spine of which nothing pops is as silent as a joint") {
    const Workplace place;
    const auto silent = place.sh("synovia render twice-in-a-row");
    CHECK(silent.exit_status == 0);
    CHECK(contains(silent.err, "twice-in-a-row: no pop: "));
    CHECK(place.files().empty());
    REQUIRE(place.sh("synovia render twice-in-a-row --allow-silent --quiet").exit_status == 0);
    CHECK(audio::sample_peak(audio::decode_file(place / "twice-in-a-row.wav").signal) == 0.0);
}

TEST_CASE("--allow-silent writes silence: zeros, or the dither of 16 bits") {
    const Workplace place;
    for (const std::string encoding : {"pcm16", "pcm24", "float"}) {
        REQUIRE(place.sh("synovia render knuckle-slow --allow-silent --force --encoding " + encoding).exit_status == 0);
        const auto signal = audio::decode_file(place / "knuckle-slow.wav").signal;
        CHECK(audio::sample_peak(signal) <= (encoding == "pcm16" ? std::ldexp(1.0, -15) : 0.0));
        CHECK(signal.samples.size() > 48000);  // the pull takes 1.5 s
        CHECK(read_json(place / "knuckle-slow.json")["result"]["silent"] == true);
    }
}

TEST_CASE("existing files are not touched, related or not") {
    for (const std::string mine : {"knuckle.wav", "knuckle.json"}) {
        const Workplace place;
        write_file(place / mine, "mine");
        const auto result = place.sh("synovia render knuckle");
        CHECK(result.exit_status == 5);
        CHECK(contains(result.err, "synovia: " + mine + ": exists; --force replaces it"));
        CHECK(place.files() == mine);
        CHECK(read_file(place / mine) == "mine");
        CHECK(place.sh("synovia render knuckle --force").exit_status == 0);
        CHECK(place.files() == "knuckle.json knuckle.wav");
    }
}

TEST_CASE("date and texts are in the file and in the side-car, which gives the same bytes again") {
    for (const std::string ending : {"wav", "flac", "ogg"}) {
        CAPTURE(ending);
        const Workplace place;
        REQUIRE(
            place
                .sh("synovia render knuckle --quiet --date 2026-11-27T09:30:00 --metadata artist=somebody --metadata "
                    "'mood=\u00f6de' -o a." +
                    ending + " && synovia render a.json --quiet -o b." + ending)
                .exit_status == 0);
        CHECK(place.sh("cmp a." + ending + " b." + ending + " && cmp a.json b.json").exit_status == 0);
        const std::string bytes = read_file(place / ("a." + ending));
        CHECK(contains(bytes, "2026-11-27"));
        CHECK(contains(bytes, "somebody"));
        CHECK(contains(bytes, "mood=\u00f6de"));
        CHECK(read_json(place / "a.json")["render"]["metadata"]["artist"] == "somebody");
    }
}

TEST_CASE("what asks for more than memory should hold is refused before it is begun") {
    const Workplace place;
    place.sh("synovia render knuckle --quiet");
    json car = read_json(place / "knuckle.json");
    car["render"]["sample_rate_hz"] = 192000;
    car["start_s"] = 500;
    write_file(place / "late.json", car.dump());
    const auto late = place.sh("synovia render late.json -o a.wav");
    const auto silent = place.sh("synovia render knuckle --rate 192k --duration 600s -o a.wav");
    CHECK(silent.exit_status == 3);
    CHECK(contains(silent.err, "the sound would be 115200000 samples long, 67108864 are allowed"));
    CHECK(late.exit_status == 3);
    CHECK(contains(late.err, "the sound would be 96076800 samples long, 67108864 are allowed"));
}

TEST_CASE("a harder pull is another one, in the side-car as in the file") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle-crack --velocity 1 --level pa --quiet -o hard.wav").exit_status == 0);
    REQUIRE(place.sh("synovia render knuckle-crack --velocity 0.1 --level pa --quiet -o soft.wav").exit_status == 0);
    CHECK(read_json(place / "hard.json")["result"]["joints"][0]["peak_level_db_spl"].get<double>() >
          read_json(place / "soft.json")["result"]["joints"][0]["peak_level_db_spl"].get<double>() + 10.0);
    REQUIRE(place.sh("synovia render hard.json --quiet -o again.wav").exit_status == 0);
    CHECK(read_file(place / "hard.wav") == read_file(place / "again.wav"));
    REQUIRE(
        place.sh("synovia render knuckle --quiet -o a.wav && synovia render knuckle --velocity 0.7 --quiet -o b.wav")
            .exit_status == 0);
    CHECK(read_file(place / "a.wav") == read_file(place / "b.wav"));
    CHECK(place.sh("synovia render knuckle --velocity 1.1").exit_status == 2);
}

TEST_CASE("standard output gets the bytes of the file and nothing else") {
    const Workplace place;
    const auto result =
        place.sh("synovia render knuckle -o - > stream.wav; synovia render knuckle; cmp stream.wav knuckle.wav");
    CHECK(result.out.empty());
    CHECK(place.files() == "knuckle.json knuckle.wav stream.wav");
    CHECK(place.sh("synovia render knuckle -o - --encoding flac").out.starts_with("fLaC"));
    CHECK(place.sh("synovia render knuckle-slow -o -").out.empty());
}

TEST_CASE("--format json reports every file on standard output") {
    const Workplace place;
    const json report = json::parse(place.sh("synovia render knuckle --format json --quiet").out);
    REQUIRE(report["files"].size() == 1);
    CHECK(report["files"][0]["file"] == "knuckle.wav");
    CHECK(report["files"][0]["side_car"] == "knuckle.json");
    CHECK(report["files"][0]["gain_fs_per_pa"] == read_json(place / "knuckle.json")["result"]["gain_fs_per_pa"]);
    CHECK(json::parse(place.sh("synovia render knuckle-slow --format json").out)["files"][0]["silent"] == true);
}

TEST_CASE("a calibrated level is exactly what it says") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle --level cal:120 --quiet").exit_status == 0);
    CHECK(read_json(place / "knuckle.json")["result"]["gain_fs_per_pa"].get<double>() ==
          near(0.05, 1e-15));  // 20 Pa is full scale
    REQUIRE(place.sh("synovia render knuckle --level pa --quiet -o pa.wav").exit_status == 0);
    const json car = read_json(place / "pa.json");
    CHECK(car["render"]["encoding"] == "float");
    CHECK(car["result"]["gain_fs_per_pa"] == 1.0);
}

TEST_CASE("samples beyond full scale are clipped and said so") {
    const Workplace place;
    const auto result = place.sh("synovia render knuckle --level cal:80");
    CHECK(result.exit_status == 0);
    CHECK(contains(result.err, "samples lie beyond full scale and were clipped"));
    CHECK(read_json(place / "knuckle.json")["result"]["clipped_samples"] > 0);
}

TEST_CASE("--duration and --rate give exactly that many samples") {
    const Workplace place;
    place.sh(
        "synovia render knuckle --duration 100ms --rate 44100 --quiet -o a.wav; synovia render knuckle --duration 2s "
        "--quiet -o b.wav");
    CHECK(audio::decode_file(place / "a.wav").signal.samples.size() == 4410);
    CHECK(audio::decode_file(place / "a.wav").signal.sample_rate_hz == 44100.0);
    CHECK(audio::decode_file(place / "b.wav").signal.samples.size() == 96000);
}

TEST_CASE("contradictions and values out of range are usage errors, and nothing is written") {
    const Workplace place;
    place.sh("synovia render knuckle thumb --stems --quiet");
    const std::string before = place.files();
    for (const std::string line : {"knuckle -o a.flac --encoding pcm24",
                                   "knuckle -o a.mp3",
                                   "knuckle --encoding mp3",
                                   "knuckle --level loud",
                                   "knuckle --level pa --encoding pcm24",
                                   "knuckle --level pa -o a.flac",
                                   "knuckle --rate 22050",
                                   "knuckle --rate 384000",
                                   "knuckle --duration 0s",
                                   "knuckle --duration 3h",
                                   "knuckle --duration 5kPa",
                                   "knuckle --spacing 50ms",
                                   "knuckle thumb --spacing -1s",
                                   "knuckle -o - -n 2",
                                   "knuckle -o - --stems",
                                   "knuckle -o - --format json",
                                   "knuckle --vary much",
                                   "knuckle --room cave",
                                   "knuckle --listener binaural",
                                   "mix-1-knuckle.json --room near -o a.wav",
                                   "mix-1-knuckle.json --rate 96000 -o a.wav"}) {
        CAPTURE(line);
        const auto result = place.sh("synovia render " + line);
        CHECK(result.exit_status == 2);
        CHECK(result.out.empty());
        CHECK(result.err.starts_with("synovia: --"));
    }
    CHECK(place.files() == before);
}

TEST_CASE("a side-car that was tampered with is refused with file and key") {
    const Workplace place;
    place.sh("synovia render knuckle --quiet");
    const std::string good = read_file(place / "knuckle.json");
    const std::vector<std::pair<std::string, std::string>> edits{
        {"\"sample_rate_hz\": 48000", "\"sample_rate_hz\": 8000"},
        {"\"sample_rate_hz\": 48000", "\"sample_rate_hz\": \"fast\""},
        {"\"encoding\": \"pcm24\"", "\"encoding\": \"mp3\""},
        {"\"level\": \"truepeak:-1\"", "\"level\": \"loud\""},
        {"\"seed\": 1", "\"seed\": -1"},
        {"\"duration_s\": null", "\"duration_s\": 1e9"},
        {"\"start_s\": 0.0", "\"start_s\": -3"},
        {"\"joint.damping_n_s_m\": 5.0", "\"joint.damping_n_s_m\": -5.0"},
        {"\"render\": {", "\"render\": [{"},
    };
    for (const auto& [from, to] : edits) {
        const std::string edit = to;
        CAPTURE(edit);
        std::string text = good;
        REQUIRE(contains(text, from));
        write_file(place / "bad.json", text.replace(text.find(from), from.size(), to));
        const auto result = place.sh("synovia render bad.json");
        CHECK(result.exit_status == 3);
        CHECK(contains(result.err, "bad.json"));
    }
    CHECK(place.files() == "bad.json knuckle.json knuckle.wav");
}

TEST_CASE("names of all kinds") {
    const Workplace place;
    const std::string longest(240, 'x');
    for (const std::string& name :
         std::vector<std::string>{"Gelenk äöü.wav", "./a.wav", "$PWD/b.WAV", longest + ".wav", "-dash.wav"}) {
        CAPTURE(name);
        CHECK(place.sh("synovia render knuckle --quiet -o \"" + name + "\"").exit_status == 0);
    }
    CHECK(place.sh("ls -A | grep -ci wav").out == "5\n");
    CHECK(place.sh("synovia render knuckle -o " + longest + longest + ".wav").exit_status == 5);
    CHECK(place.sh("mkdir sub; synovia render knuckle -o sub").exit_status == 5);
    CHECK(place.sh("synovia render knuckle -o sub/").exit_status == 5);
    CHECK(place.sh("synovia render knuckle -o ''").exit_status == 2);  // no name at all
}

TEST_CASE("a directory that may not be written is a file error") {
    const Workplace place;
    // Root may write everywhere, unless it gives up that right.
    const std::string as_anyone = "[ $(id -u) != 0 ] || as_anyone='setpriv --bounding-set=-dac_override'\n";
    place.sh("mkdir closed; chmod 555 closed");
    const auto result = place.sh(as_anyone + "$as_anyone $synovia render knuckle -o closed/a.wav");
    CHECK(result.exit_status == 5);
    CHECK(contains(result.err, "closed/a.wav: the directory closed is not writable"));
}

TEST_CASE("a run that ends while it sounds is said to, one that rings out is not") {
    const Workplace place;
    CHECK(contains(place.sh("synovia render rayleigh-collapse").err, "the run ends while it sounds, at -"));
    for (const char* name : {"minnaert", "blake-threshold", "knuckle", "pull-and-release"})
        CHECK_FALSE(contains(place.sh(std::string("synovia render ") + name).err, "the run ends while"));
    const auto early = place.sh("synovia render knuckle --duration 20us -o early.wav").err;
    CHECK(contains(early, "the sound goes on behind the end of the file"));
    CHECK_FALSE(contains(early, "simulation.duration_s"));
}
