#include "apps/cli/play/play_device.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <vector>

using namespace synovia;

namespace {

const std::vector<audio::OutputDevice> devices{{4, "speakers", "ALSA", 48000.0, 0.0087, 2, false},
                                               {0, "4", "OSS", 44100.0, 0.01, 2, false},
                                               {2, "default", "ALSA", 44100.0, 0.0213, 32, true}};

}  // namespace

TEST_CASE("a device is chosen by name, else by index, else the default one") {
    CHECK(cli::choose_device(devices, "").name == "default");
    CHECK(cli::choose_device(devices, "speakers").index == 4);
    CHECK(cli::choose_device(devices, "2").name == "default");
    CHECK(cli::choose_device(devices, "4").host_api == "OSS");  // the name goes first
    CHECK(cli::choose_device(std::span(devices).first(1), "").name == "speakers");
}

TEST_CASE("an unknown device is answered with the nearest name, no device at all with a way out") {
    CHECK_THROWS_WITH_AS(cli::choose_device(devices, "speaker"),
                         "no sound device \"speaker\" (did you mean \"speakers\"?)\n"
                         "\"synovia play --list-devices\" lists them",
                         audio::DeviceError);
    CHECK_THROWS_AS(cli::choose_device(devices, "1"), audio::DeviceError);
    CHECK_THROWS_WITH_AS(cli::choose_device({}, ""), "no sound device; render writes sound files", audio::DeviceError);
}

TEST_CASE("a device of another rate gets its own, unless nothing is rendered at it") {
    /// Plays 44.1 kHz.
    class OldDriver : public audio::Driver {
        std::vector<audio::OutputDevice> devices() override { return ::devices; }
        bool accepts(int, double rate_hz) override { return rate_hz == 44100.0; }
        std::unique_ptr<audio::DriverStream> open(const audio::StreamSettings&,
                                                  std::shared_ptr<audio::FrameSource>) override {
            return nullptr;
        }
    } driver;
    CHECK(cli::agreed_rate_hz(driver, devices[2], 48000, true) == 44100);
    CHECK(cli::agreed_rate_hz(driver, devices[0], 44100, true) == 44100);
    CHECK_THROWS_AS(cli::agreed_rate_hz(driver, devices[0], 96000, true), audio::DeviceError);
    CHECK_NOTHROW(cli::check_rendered_rate(devices[0], 44100));
    CHECK_NOTHROW(cli::check_rendered_rate(devices[0], 192000));
    CHECK_THROWS_WITH_AS(cli::check_rendered_rate(devices[0], 44099),
                         "the sound device speakers plays at 44099 Hz, sounds are rendered at 44100 to 192000 Hz",
                         audio::DeviceError);
    CHECK_THROWS_AS(cli::check_rendered_rate(devices[0], 192001), audio::DeviceError);
}

TEST_CASE("the list is a line each, or JSON") {
    CHECK(cli::device_table(std::span(devices).last(1)) == "2  default, ALSA, 44100 Hz, latency 21.3 ms, default\n");
    const auto json = cli::devices_json(devices);
    REQUIRE(json.size() == 3);
    CHECK(
        json[2].dump() ==
        R"({"index":2,"name":"default","host_api":"ALSA","default_rate_hz":44100.0,"latency_s":0.0213,"channels":32,"default":true})");
}
