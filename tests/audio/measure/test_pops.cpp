#include "audio/measure/pops.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

constexpr double pi = std::numbers::pi;

struct Track {
    double rate;
    std::vector<double> samples;

    Track(double rate_hz, double length_s) : rate(rate_hz), samples(static_cast<std::size_t>(rate_hz * length_s)) {}
    /// Adds amplitude exp(-t/tau) sin(2 pi f t) from `at` on.
    Track& ring(double at, double f, double tau, double amplitude = 1.0) {
        for (auto n = static_cast<std::size_t>(std::ceil(at * rate)); n < samples.size(); ++n) {
            const double t = static_cast<double>(n) / rate - at;
            samples[n] += amplitude * std::exp(-t / tau) * std::sin(2.0 * pi * f * t);
        }
        return *this;
    }
    /// A knuckle: the bones ring at 190 Hz, the bubble at 1.6 kHz.
    Track& knuckle(double at, double amplitude = 1.0) {
        return ring(at, 190.0, 12e-3, 0.7 * amplitude).ring(at, 1600.0, 1.5e-3, amplitude);
    }
    std::vector<double> pops() const { return find_pops(samples, rate); }
};

}  // namespace

TEST_CASE("one knuckle is one pop, at every rate") {
    for (const double rate : {8000.0, 44100.0, 48000.0, 192000.0}) {
        CAPTURE(rate);
        const auto pops = Track(rate, 0.4).knuckle(0.1).pops();
        REQUIRE(pops.size() == 1);
        CHECK(pops[0] > 0.1);
        CHECK(pops[0] < 0.104);  // the top of the smoothed power lies within half a window of the onset
    }
}

TEST_CASE("a long ring is one pop down to 90 Hz") {
    for (const double f : {90.0, 120.0, 190.0, 333.0, 1600.0}) {
        CAPTURE(f);
        CHECK(Track(48000.0, 0.5).ring(0.05, f, 40e-3).pops().size() == 1);
    }
}

TEST_CASE("no pop lies behind the last sample") {
    for (const std::size_t size : {std::size_t{1}, std::size_t{3}, std::size_t{13}}) {
        CAPTURE(size);
        const std::vector<double> samples(size, 0.5);
        const auto pops = find_pops(samples, 48000.0);
        REQUIRE(pops.size() == 1);
        CHECK(pops[0] <= static_cast<double>(size - 1) / 48000.0);
    }
}

TEST_CASE("two knuckles 20 ms apart are two") {
    const auto pops = Track(48000.0, 0.4).knuckle(0.1).knuckle(0.12).pops();
    REQUIRE(pops.size() == 2);
    CHECK(pops[1] - pops[0] == near(0.02, 0.1));  // 2 ms: the tail of the first moves the second's top
}

TEST_CASE("clicks are counted and timed") {
    for (const int count : {1, 2, 5, 13}) {
        Track track(48000.0, 0.5);
        for (int k = 0; k < count; ++k) track.samples[static_cast<std::size_t>(2400 + 960 * k)] = 1.0;
        const auto pops = track.pops();
        REQUIRE(pops.size() == static_cast<std::size_t>(count));
        for (int k = 0; k < count; ++k)
            CHECK(std::abs(pops[static_cast<std::size_t>(k)] - (0.05 + 0.02 * k)) < 0.25e-3);
    }
}

TEST_CASE("clicks from 5 ms apart on are two, 4 ms apart one") {
    for (const double gap_s : {6e-3, 5e-3, 4e-3, 1e-3}) {
        Track track(48000.0, 0.1);
        track.samples[2400] = track.samples[2400 + static_cast<std::size_t>(std::lround(gap_s * 48000.0))] = 1.0;
        CAPTURE(gap_s);
        CHECK(track.pops().size() == (gap_s < 5e-3 ? 1 : 2));
    }
}

TEST_CASE("a pop counts from 20 dB below the loudest on") {
    CHECK(Track(48000.0, 0.4).knuckle(0.1).knuckle(0.25, 0.12).pops().size() == 2);
    CHECK(Track(48000.0, 0.4).knuckle(0.1).knuckle(0.25, 0.08).pops().size() == 1);
    CHECK(Track(48000.0, 0.4).knuckle(0.1, 0.12).knuckle(0.25).pops().size() == 2);
}

TEST_CASE("noise 30 dB below changes nothing") {
    Track track(48000.0, 0.4);
    std::mt19937 engine(1);
    for (double& x : track.samples) x = 0.03 * (static_cast<double>(engine()) / 2147483648.0 - 1.0);
    CHECK(track.knuckle(0.1).knuckle(0.2).pops().size() == 2);
}

TEST_CASE("silence has no pops, one sample is one, a steady tone is one") {
    CHECK(find_pops({}, 48000.0).empty());
    CHECK(Track(48000.0, 0.1).pops().empty());
    CHECK(find_pops(std::vector<double>{1.0}, 48000.0).size() == 1);
    CHECK(Track(48000.0, 1.0).ring(0.0, 1000.0, 1e9).pops().size() == 1);
    CHECK(find_pops(std::vector<double>{0.0, 1.0, 0.0}, 10.0).size() == 1);
}
