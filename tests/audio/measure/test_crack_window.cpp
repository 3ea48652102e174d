#include "audio/measure/crack_window.hpp"

#include <doctest/doctest.h>

#include "tests/audio/measure/crack_signals.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;
using synovia::test::near;

TEST_CASE("the window reaches from 4 ms before the loudest sample to 20 ms after it and fades at its ends") {
    std::vector<double> x(48000, 1.0);
    x[20000] = -2.0;
    const std::vector<double> w = crack_window(x, 48000.0);
    REQUIRE(w.size() == 1152);
    CHECK(w[192] == -2.0);
    CHECK(w[0] == 0.0);
    CHECK(w[24] == near(0.5, 1e-12));  // half a millisecond of one
    CHECK(w[12] == near(0.5 - std::sqrt(0.125), 1e-12));
    CHECK(w[48] == 1.0);
    CHECK(w[1152 - 192] == 1.0);
    CHECK(w[1152 - 96] == near(0.5, 1e-12));  // two milliseconds of four
    CHECK(w[1151] == near(0.5 - 0.5 * std::cos(std::numbers::pi / 192.0), 1e-12));
}

TEST_CASE("where the sound does not reach, the window holds zeros") {
    const std::vector<double> w = crack_window(std::vector<double>{3.0, 1.0}, 48000.0);
    REQUIRE(w.size() == 1152);
    CHECK(w[191] == 0.0);
    CHECK(w[192] == 3.0);
    CHECK(w[193] == 1.0);
    CHECK(w[194] == 0.0);
}

TEST_CASE("silence has no window") {
    CHECK(crack_window({}, 48000.0).empty());
    CHECK(crack_window(std::vector<double>(100), 48000.0).empty());
}

TEST_CASE("the same crack later, louder and upside down correlates fully") {
    const auto a = bursts({{0.030, 3000.0, 1.0, 0.5e-3}}), b = bursts({{0.050, 3000.0, -0.2, 0.5e-3}});
    CHECK(largest_correlation(a, b) == near(1.0, 1e-9));
    CHECK(largest_correlation(b, a) == near(1.0, 1e-9));
    CHECK(largest_correlation(a, a) == near(1.0, 1e-12));
}

TEST_CASE("what two cracks have in common decides their correlation") {
    // Bursts of equal energy without common frequencies: a against 0.6 a + 0.8 b is 0.6.
    const auto a = bursts({{0.05, 3000.0, 1.0, 1e-3}});
    const auto both = bursts({{0.05, 3000.0, 0.6, 1e-3}, {0.05, 9000.0, 0.8, 1e-3}});
    CHECK(largest_correlation(a, both) == near(0.6, 1e-9));
    CHECK(largest_correlation(a, bursts({{0.05, 9000.0, 0.8, 1e-3}})) < 1e-9);
}

TEST_CASE("windows of unlike length are correlated over every lag of both") {
    const std::vector<double> shorter{1.0, 2.0}, longer{0.0, 0.0, 0.0, 1.0, 2.0}, at_the_start{1.0, 2.0, 0.0, 0.0};
    CHECK(largest_correlation(shorter, longer) == near(1.0, 1e-12));
    CHECK(largest_correlation(longer, shorter) == near(1.0, 1e-12));
    CHECK(largest_correlation(longer, at_the_start) == near(1.0, 1e-12));
}

TEST_CASE("silence correlates with nothing") {
    const std::vector<double> silence(10), sound{1.0};
    CHECK(largest_correlation(silence, sound) == 0.0);
    CHECK(largest_correlation({}, sound) == 0.0);
}
