#include "apps/cli/live/peak_meter.hpp"

#include <doctest/doctest.h>

using synovia::cli::PeakMeter;

TEST_CASE("a meter rises at once and falls by 60 dB in a second; its highest mark stays for two") {
    PeakMeter meter;
    CHECK(meter.level_dbfs() == -60.0);
    meter.pass(0.05, -12.0);
    CHECK(meter.level_dbfs() == -12.0);
    CHECK(meter.held_dbfs() == -12.0);
    for (int i = 0; i < 16; ++i) meter.pass(0.125, -1e9);
    CHECK(meter.level_dbfs() == -60.0);
    CHECK(meter.held_dbfs() == -12.0);
    meter.pass(0.125, -1e9);
    CHECK(meter.held_dbfs() == -19.5);
    meter.pass(0.125, -15.0);
    CHECK(meter.held_dbfs() == -15.0);
    for (int i = 0; i < 100; ++i) meter.pass(0.1, -1e9);
    CHECK(meter.held_dbfs() == -60.0);
}

TEST_CASE("a lower peak does not move the mark") {
    PeakMeter meter;
    meter.pass(0.1, -12.0);
    meter.pass(0.1, -14.0);
    CHECK(meter.level_dbfs() == -14.0);
    CHECK(meter.held_dbfs() == -12.0);
}
