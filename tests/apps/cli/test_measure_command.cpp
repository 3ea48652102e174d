#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using synovia::cli::test::contains;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;
using synovia::test::near;

TEST_CASE("a rendered knuckle measures as what it is") {
    const Workplace place;
    place.sh("synovia render knuckle --quiet");
    const auto text = place.sh("synovia measure knuckle.wav");
    CHECK(text.exit_status == 0);
    CHECK(contains(text.out, "  pops            1"));
    const auto measured = json::parse(place.sh("synovia measure knuckle.wav --format json").out);
    const auto simulated = json::parse(place.sh("synovia simulate knuckle --format json").out);
    CHECK(measured["pops"] == 1);
    CHECK(measured["sample_rate_hz"] == 48000.0);
    // The hump of bubble against capsule wall, 1.6 kHz (physics: confined frequency), as wide as its damping.
    CHECK(measured["peak_frequency_hz"].get<double>() == near(1600, 0.1));
    // The file is normalised to -1 dB true peak, to the resolution of the true-peak search.
    CHECK(measured["true_peak_dbtp"].get<double>() == near(-1.0, 0.01));
    // Its calibration gives the pressure back; the sound has no content above 20 kHz, so band-limiting changes little.
    CHECK(measured["peak_db_spl"].get<double>() == near(simulated["peak_level_db_spl"].get<double>(), 0.001));
}

TEST_CASE("the keys of the measurement") {
    const Workplace place;
    place.sh("synovia render knuckle --quiet");
    std::string keys;
    const auto measured = nlohmann::ordered_json::parse(place.sh("synovia measure knuckle.wav --format json").out);
    for (const auto& [key, value] : measured.items()) keys += key + " ";
    CHECK(keys ==
          "file title sample_rate_hz channels length_s duration_s peak_frequency_hz bandwidth_hz centroid_hz "
          "peak_dbfs true_peak_dbtp peak_pa peak_db_spl channel_levels measured_channel pops pop_times_s ");
}

TEST_CASE("a silent file is measured without inventing numbers") {
    const Workplace place;
    place.sh("synovia render knuckle-slow --allow-silent --quiet");
    const auto measured = json::parse(place.sh("synovia measure knuckle-slow.wav --format json").out);
    CHECK(measured["pops"] == 0);
    CHECK(measured["peak_frequency_hz"].is_null());
    CHECK(measured["peak_dbfs"].is_null());
    CHECK(contains(place.sh("synovia measure knuckle-slow.wav").out, "every sample is zero"));
}

TEST_CASE("a free bubble is heard in its liquid, and a silent channel is not the loudest") {
    const Workplace place;
    place.sh("synovia render minnaert --quiet; synovia render knuckle-slow --listener stereo --allow-silent --quiet");
    const auto measured = json::parse(place.sh("synovia measure minnaert.wav --format json").out);
    const std::string text = place.sh("synovia measure minnaert.wav").out;
    CHECK(contains(text, " dB re 1 uPa peak)"));
    CHECK_FALSE(contains(text, "SPL"));
    CHECK(measured["peak_db_spl"].get<double>() ==
          near(20.0 * std::log10(measured["peak_pa"].get<double>() / 20e-6), 1e-9));
    CHECK_FALSE(contains(place.sh("synovia measure knuckle-slow.wav").out, "most energy"));
}

TEST_CASE("what looks silent is measured: the dither of 16 bits has a level") {
    const Workplace place;
    place.sh("synovia render knuckle-slow --allow-silent --encoding pcm16 --duration 100ms --quiet");
    const std::string text = place.sh("synovia measure knuckle-slow.wav").out;
    CHECK(contains(text, "peak            -90.3 dBFS"));  // one step of 2^15
    CHECK_FALSE(contains(text, "zero"));
}

TEST_CASE("of two channels each has its level, the louder is on top, and the one measured is named") {
    const Workplace place;
    place.sh("synovia render knuckle --listener stereo --level pa --quiet -o a.wav");
    auto side_car = json::parse(synovia::cli::test::read_file(place / "a.json"));
    side_car["place_m"] = {0.4, 0.0, 0.0};
    write_file(place / "placed.json", side_car.dump());
    REQUIRE(place.sh("synovia render placed.json -o right.wav --quiet").exit_status == 0);
    const auto measured = json::parse(place.sh("synovia measure right.wav --format json").out);
    CHECK(measured["channels"] == 2);
    CHECK(measured["measured_channel"] == 2);
    REQUIRE(measured["channel_levels"].size() == 2);
    CHECK(measured["true_peak_dbtp"] == measured["channel_levels"][1]["true_peak_dbtp"]);
    // Ears at 0.5703 and 0.4350 m: 20 lg of their ratio.
    CHECK(measured["channel_levels"][1]["true_peak_dbtp"].get<double>() -
              measured["channel_levels"][0]["true_peak_dbtp"].get<double>() ==
          near(2.352, 2e-3));
    const std::string text = place.sh("synovia measure right.wav").out;
    CHECK(contains(text, "channel 1 "));
    CHECK(contains(text, "channel 2 "));
}

TEST_CASE("files that are no sound are file errors with the path") {
    const Workplace place;
    place.sh("synovia render knuckle --quiet; head -c 30 knuckle.wav > cut.wav; : > empty.wav; mkdir folder");
    write_file(place / "text.wav", "this is no sound");
    for (const std::string file : {"missing.wav", "empty.wav", "text.wav", "cut.wav", "folder"}) {
        CAPTURE(file);
        const auto result = place.sh("synovia measure " + file);
        CHECK(result.exit_status == 5);
        CHECK(result.out.empty());
        CHECK(contains(result.err, file));
    }
}

TEST_CASE("a sound file that ends too early is refused, not measured in part") {
    const Workplace place;
    const auto result =
        place.sh("synovia render knuckle --quiet; head -c 20000 knuckle.wav > cut.wav; synovia measure cut.wav");
    CHECK(result.exit_status == 5);
    CHECK(contains(result.err, "cut.wav"));
}
