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
