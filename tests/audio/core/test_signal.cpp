#include "audio/core/signal.hpp"

#include <doctest/doctest.h>

using namespace synovia::audio;

TEST_CASE("the peak is the largest magnitude, of either sign") {
    CHECK(sample_peak({48000.0, 0.0, {0.25, -0.5, 0.125}}) == 0.5);
    CHECK(sample_peak({}) == 0.0);
}

TEST_CASE("silence is every sample zero") {
    CHECK(is_silent({}));
    CHECK(is_silent({48000.0, 0.0, {0.0, -0.0}}));
    CHECK_FALSE(is_silent({48000.0, 0.0, {0.0, 1e-300}}));
}

TEST_CASE("frames hold one sample of each channel") {
    const Signal stereo{48000.0, 0.5, {1.0, -4.0, 2.0, -5.0, 3.0, -6.0}, 2};
    CHECK(stereo.frames() == 3);
    CHECK(stereo.at(1, 1) == -5.0);
    CHECK(channel(stereo, 0).samples == std::vector<double>{1.0, 2.0, 3.0});
    CHECK(channel(stereo, 1).samples == std::vector<double>{-4.0, -5.0, -6.0});
    CHECK(channel(stereo, 1).start_time_s == 0.5);
    CHECK(sample_peak(stereo) == 6.0);
    CHECK(loudest_channel(stereo).samples == channel(stereo, 1).samples);
}
