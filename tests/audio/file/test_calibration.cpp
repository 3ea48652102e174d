#include "audio/file/calibration.hpp"

#include <doctest/doctest.h>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

TEST_CASE("the text is NTi's, with one to four decimals") {
    CHECK(calibration_text(120.0) == "Sound: 0dBFS = 120.0 dBSPL");
    CHECK(calibration_text(103.28741) == "Sound: 0dBFS = 103.2874 dBSPL");
    CHECK(calibration_text(-3.25) == "Sound: 0dBFS = -3.25 dBSPL");
    CHECK(calibration_text(100.0) == "Sound: 0dBFS = 100.0 dBSPL");
}

TEST_CASE("the number is found in descriptions and file names") {
    CHECK(find_calibration("Sound: 0dBFS = 109.7 dBSPL") == 109.7);
    CHECK(find_calibration("XL2 Sound: 0dBFS = 109.7 dBSPL, more") == 109.7);
    CHECK(find_calibration("2020-01-01_SLM_000_FS129.9dB(PK)_00.wav") == 129.9);
    CHECK(find_calibration(calibration_text(-3.25)) == -3.25);
    CHECK(find_calibration(calibration_text(120.0)) == 120.0);
}

TEST_CASE("other text carries no calibration") {
    for (const char* text : {"", "0dBFS", "0dBFS = loud dBSPL", "0dBFS = 1234567 dBSPL", "FS48000", "FSdB(PK)"}) {
        CAPTURE(text);
        CHECK_FALSE(find_calibration(text));
    }
}

TEST_CASE("120 dB is 20 Pa, NTi's 109.7 dB are 6.11 Pa") {
    CHECK(full_scale_pa(120.0) == near(20.0, 1e-15));
    CHECK(full_scale_pa(109.7) == near(6.11, 1e-3));
}
