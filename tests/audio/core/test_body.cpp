#include "audio/core/body.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

TEST_CASE("the finite part and the recursion together are the pole") {
    const double rate = 48000.0, corner = 2730.0;
    const BodyResponse body = one_pole(corner, rate);
    for (const double f : {10.0, 1000.0, 2730.0, 20000.0}) {
        const double w = 2.0 * std::numbers::pi * f;
        const auto z = std::polar(1.0, -w / rate);
        const auto whole = body.response(w, z) / (1.0 - body.feedback * z);
        CHECK(std::abs(whole - 1.0 / std::complex<double>(1.0, f / corner)) < 1e-14);
    }
    CHECK(std::exp(-2.0 * std::numbers::pi * corner * body.memory_s) == near(1e-8, 1e-9));
}

TEST_CASE("a corner out of range is refused") {
    CHECK_THROWS_WITH_AS(one_pole(0.0, 48000.0), "body_corner_hz is 0, allowed are 1 to 1e+09", std::invalid_argument);
    CHECK_THROWS_AS(one_pole(std::nan(""), 48000.0), std::invalid_argument);
}
