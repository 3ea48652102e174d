#include "audio/measure/crack_pulses.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/audio/measure/crack_signals.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;
using synovia::test::near;

namespace {

std::vector<Pulse> pulses(const std::vector<Burst>& list) { return crack_pulses(bursts(list), crack_rate_hz); }

constexpr double narrow_s = 0.1e-3;

}  // namespace

TEST_CASE("the power under a Gaussian of a Gaussian burst is a Gaussian again") {
    // exp(-t^2/s^2)/2 under a Gaussian of width g: (s/w)/2 exp(-t^2/w^2) with w^2 = s^2 + 2 g^2; what the carrier of 5
    // kHz leaves is exp(-(2 pi 10 kHz g)^2/2) = 4e-14. The sum over samples is the integral to the same.
    const double s = 0.5e-3, g = 0.125e-3, w = std::sqrt(s * s + 2.0 * g * g);
    const auto power = gaussian_power(bursts({{0.05, 5000.0, 1.0, s}}), crack_rate_hz, g);
    for (const int n : {2380, 2400, 2410, 2450}) {
        const double t = n / crack_rate_hz - 0.05;
        CHECK(power[static_cast<std::size_t>(n)] == near(0.5 * s / w * std::exp(-t * t / (w * w)), 1e-6));
    }
}

TEST_CASE("the high pass has the gain of two Butterworth filters and no delay") {
    for (const double f : {200.0, 400.0, 800.0, 1600.0, 5000.0}) {
        const auto x = bursts({{0.5, f, 1.0, 0.05}}, 1.0);  // 3 Hz wide
        const auto y = zero_phase_high_pass(x, crack_rate_hz, 800.0);
        const double g =
            std::tan(std::numbers::pi * 800.0 / crack_rate_hz) / std::tan(std::numbers::pi * f / crack_rate_hz);
        CAPTURE(f);
        CHECK(std::abs(y[24000] - 1.0 / (1.0 + g * g * g * g)) < 1e-4);  // the curve over 3 Hz
        CHECK(std::abs(y[23990] - y[24010]) < 1e-6);                     // symmetric as the burst is
    }
}

TEST_CASE("the high pass treats both ends alike") {
    const auto x = bursts({{0.0, 4000.0, 1.0, narrow_s}, {0.1 - 1.0 / crack_rate_hz, 4000.0, 1.0, narrow_s}});
    const auto y = zero_phase_high_pass(x, crack_rate_hz, 800.0);
    for (std::size_t i = 0; i < 50; ++i) CHECK(y[i] == near(y[y.size() - 1 - i], 1e-9));
}

TEST_CASE("pulses are counted with their times; what is below -14 dB is none") {
    const auto p = pulses({{0.050, 4000.0, 1.0, narrow_s},
                           {0.052, 4000.0, 0.5, narrow_s},
                           {0.0545, 4000.0, 0.21, narrow_s},
                           {0.057, 4000.0, 0.19, narrow_s}});
    REQUIRE(p.size() == 3);
    CHECK(std::abs(p[0].time_s - 0.050) < 1e-5);  // half a sample
    CHECK(std::abs(p[1].time_s - 0.052) < 1e-5);
    CHECK(std::abs(p[2].time_s - 0.0545) < 1e-5);
    CHECK(p[1].amplitude / p[0].amplitude == near(0.5, 1e-3));
    CHECK(p[2].amplitude / p[0].amplitude == near(0.21, 1e-3));
}

TEST_CASE("pulses more than 10 ms from the top belong to another crack") {
    CHECK(pulses({{0.050, 4000.0, 1.0, narrow_s}, {0.0598, 4000.0, 0.5, narrow_s}}).size() == 2);
    CHECK(pulses({{0.050, 4000.0, 1.0, narrow_s}, {0.0602, 4000.0, 0.5, narrow_s}}).size() == 1);
    CHECK(pulses({{0.050, 4000.0, 1.0, narrow_s}, {0.0402, 4000.0, 0.5, narrow_s}}).size() == 2);
    CHECK(pulses({{0.050, 4000.0, 1.0, narrow_s}, {0.0398, 4000.0, 0.5, narrow_s}}).size() == 1);
}

TEST_CASE("of pulses nearer than 0.6 ms the higher one stays") {
    const auto p = pulses({{0.050, 6000.0, 0.8, 0.05e-3}, {0.05055, 6000.0, 1.0, 0.05e-3}});
    REQUIRE(p.size() == 1);
    CHECK(std::abs(p[0].time_s - 0.05055) < 2e-5);
    CHECK(pulses({{0.050, 6000.0, 0.8, 0.05e-3}, {0.05065, 6000.0, 1.0, 0.05e-3}}).size() == 2);
}

TEST_CASE("a top that hardly stands out of the ring before it is no pulse") {
    // In phase, 1.25 ms later. The envelopes add: before the top of the second, 0.55 or 0.6 high, they dip by 0.063 or
    // 0.089 of the first.
    const auto with = [](double second) {
        return pulses({{0.050, 4000.0, 1.0, 0.5e-3}, {0.05125, 4000.0, second, 0.3e-3}}).size();
    };
    CHECK(with(0.55) == 1);
    CHECK(with(0.6) == 2);
}

TEST_CASE("a swell below 800 Hz is not seen") {
    const auto p = pulses({{0.050, 4000.0, 1.0, narrow_s}, {0.045, 100.0, 2.0, 3e-3}});
    REQUIRE(p.size() == 1);
    CHECK(std::abs(p[0].time_s - 0.050) < 2e-5);
}

TEST_CASE("a pulse at the very edge counts, silence has none") {
    CHECK(pulses({{0.0, 4000.0, 1.0, narrow_s}}).size() == 1);
    CHECK(crack_pulses({}, crack_rate_hz).empty());
    CHECK(crack_pulses(std::vector<double>(100), crack_rate_hz).empty());
}
