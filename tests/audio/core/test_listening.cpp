#include "audio/core/listening.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

const Hearing hearing{0.3, {2.0, 0.3 / 343.0}, 343.0};

}  // namespace

TEST_CASE("mono hears the origin by the path it was given, bit for bit") {
    for (const double distance : {0.3, 0.1, 1.7, 0.0123}) {
        const Hearing given{distance, {0.123456789, 7e-4}, 343.0};
        const auto one = paths({}, ears(Listening::mono, distance), given);
        REQUIRE(one.size() == 1);
        CHECK(one[0].gain_pa_s2_m3 == given.path.gain_pa_s2_m3);
        CHECK(one[0].delay_s == given.path.delay_s);
    }
}

TEST_CASE("both ears hear the origin alike, a little later than the head would") {
    const auto both = paths({}, ears(Listening::stereo, 0.3), hearing);
    REQUIRE(both.size() == 2);
    // By hand: sqrt(0.3^2 + 0.085^2) = 0.3118092 m; gain 2 * 0.3/0.3118092 = 1.9242535; delay 0.3118092/343 = 0.90906
    // ms.
    for (const Path& path : both) {
        CHECK(path.gain_pa_s2_m3 == near(1.9242535, 1e-7));
        CHECK(path.delay_s == near(0.909064e-3, 1e-6));
    }
}

TEST_CASE("what stands to the right is louder and earlier there") {
    const auto both = paths({0.4, 0.0, 0.0}, ears(Listening::stereo, 0.3), hearing);
    // By hand: left sqrt(0.485^2 + 0.3^2) = 0.5702850 m, right sqrt(0.315^2 + 0.3^2) = 0.4350000 m (exactly).
    CHECK(both[0].gain_pa_s2_m3 == near(0.6 / 0.5702850, 1e-7));
    CHECK(both[1].gain_pa_s2_m3 == near(0.6 / 0.4350000, 1e-7));
    CHECK(both[0].delay_s == near(0.5702850 / 343.0, 1e-7));
    CHECK(both[1].delay_s == near(0.4350000 / 343.0, 1e-7));
}

TEST_CASE("beyond and above the origin are further away") {
    const auto head = ears(Listening::mono, 0.3);
    // 0.3 + 0.1 ahead; sqrt(0.3^2 + 0.4^2) = 0.5 up.
    CHECK(paths({0.0, 0.1, 0.0}, head, hearing)[0].gain_pa_s2_m3 == near(1.5, 1e-14));
    CHECK(paths({0.0, 0.0, 0.4}, head, hearing)[0].gain_pa_s2_m3 == near(1.2, 1e-14));
    CHECK(paths({0.0, 0.0, 0.4}, head, hearing)[0].delay_s == near(0.5 / 343.0, 1e-14));
}

TEST_CASE("a monopole in an ear or nowhere is refused") {
    const auto both = ears(Listening::stereo, 0.3);
    CHECK_THROWS_WITH_AS(paths({0.085, -0.3, 0.0}, both, hearing),
                         "lies 0 m from an ear; finite places at least 0.01 m away are allowed", std::invalid_argument);
    CHECK_THROWS_AS(paths({std::numeric_limits<double>::infinity(), 0.0, 0.0}, both, hearing), std::invalid_argument);
    CHECK_THROWS_AS(paths({std::nan(""), 0.0, 0.0}, both, hearing), std::invalid_argument);
}

TEST_CASE("listeners survive their text") {
    for (const Listening listening : {Listening::mono, Listening::stereo})
        CHECK(parse_listening(to_text(listening)) == listening);
    CHECK_THROWS_WITH_AS(parse_listening("binaural"), "listener \"binaural\" is none of: mono, stereo",
                         std::invalid_argument);
}

TEST_CASE("a channel for each ear") {
    for (const Listening listening : {Listening::mono, Listening::stereo})
        CHECK(channels_of(listening) == ears(listening, 0.3).size());
}
