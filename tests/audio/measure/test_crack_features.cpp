#include "audio/measure/crack_features.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/audio/measure/crack_signals.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using namespace synovia::audio::test;
using synovia::test::near;

namespace {

constexpr double sigma_s = 0.5e-3;  // six of them lie within the 3 ms of the window that are not faded

CrackFeatures features(const std::vector<Burst>& list) {
    const auto f = crack_features(bursts(list), crack_rate_hz);
    REQUIRE(f);
    return *f;
}

/// Energy that a burst has within the band, in units of that of a burst with amplitude 1.
double within(const CrackBand& band, const Burst& b) {
    const double deviation = 1.0 / (2.0 * std::numbers::sqrt2 * std::numbers::pi * b.sigma_s);
    return b.amplitude * b.amplitude * normal_share(band.low_hz, band.high_hz, b.frequency_hz, deviation);
}

}  // namespace

TEST_CASE("shares, centroid and hump of two bursts are those of two normal distributions") {
    // Bins of 1.46 Hz lie on one side of a limit or the other: half a bin is 1.2 % of what is left of a normal
    // distribution 3.6 deviations (800 of 225 Hz) from its middle, less nearer by.
    const Burst low{0.05, 1800.0, 1.0, sigma_s}, high{0.05, 5200.0, 2.0, sigma_s};
    const CrackFeatures f = features({low, high});
    const auto energy = [&](const CrackBand& band) { return within(band, low) + within(band, high); };
    for (std::size_t i = 0; i < crack_bands.size(); ++i) {
        const double expected = energy(crack_bands[i]) / energy(whole_crack_band);
        if (expected < 1e-6) continue;  // the fades' own
        CAPTURE(crack_bands[i].name);
        CHECK(std::abs(f.share_db[i] - 10.0 * std::log10(expected)) < 0.06);
    }
    CHECK(f.centroid_hz == near((1800.0 + 4.0 * 5200.0) / 5.0, 1e-4));
    CHECK(std::abs(f.hump_hz - 5200.0) < 1.5);
}

TEST_CASE("the hump is smoothed over 191.9 Hz and lies above 500 Hz") {
    // Per hertz the narrow line is the higher one, 0.3^2 16 to 1; under 192 Hz, more than its width of 56 Hz, the
    // lower.
    const CrackFeatures f = features({{0.052, 2000.0, 0.30, 2e-3}, {0.052, 5000.0, 1.0, 0.5e-3}});
    CHECK(std::abs(f.hump_hz - 5000.0) < 3.0);
    const CrackFeatures deep = features({{0.05, 150.0, 1.0, 0.9e-3}, {0.05, 2000.0, 1.0, sigma_s}});
    CHECK(std::abs(deep.hump_hz - 2000.0) < 1.5);
}

TEST_CASE("ninety per cent of a Gaussian burst lie within 2.326 sigma") {
    // Its energy has the deviation sigma/sqrt2 and the quantiles +- 1.644854. The energy comes in half waves of the
    // carrier, which moves each quantile by up to 1/(4 pi f) = 8 us.
    const double expected = 2.0 * 1.644854 * sigma_s / std::numbers::sqrt2;
    CHECK(std::abs(features({{0.05, 10000.0, 1.0, sigma_s}}).duration_s - expected) < 1.6e-5);
}

TEST_CASE("the envelope of a Gaussian burst falls as its closed form does") {
    const double w = std::sqrt(sigma_s * sigma_s + 2.0 * 0.125e-3 * 0.125e-3);  // power: exp(-t^2/w^2)
    const CrackFeatures f = features({{0.05, 5000.0, 1.0, sigma_s}});
    for (std::size_t i = 0; i < crack_intervals.size(); ++i) {
        const double begin = crack_intervals[i].begin_s, end = crack_intervals[i].end_s;
        // Samples n from begin to before end stand for the interval half a sample earlier.
        const auto place = [](double s) { return (std::round(s * crack_rate_hz) - 0.5) / crack_rate_hz; };
        const double mean = w * std::sqrt(std::numbers::pi) / (place(end) - place(begin)) *
                            normal_share(place(begin), place(end), 0.0, w / std::numbers::sqrt2);
        CAPTURE(crack_intervals[i].name);
        const double expected = std::max(crack_floor_db, 10.0 * std::log10(mean));
        CHECK(std::abs(f.envelope_db[i] - expected) < 0.02);  // sum against integral: h^2 f"/24, 0.4 % at 2 ms
    }
}

TEST_CASE("a later pulse of known height is found in its interval") {
    // 20 dB lower, wholly between 4 and 6 ms: energies under the two tops, sqrt(pi) w each, over 2 ms.
    const double s = 0.2e-3, w = std::sqrt(s * s + 2.0 * 0.125e-3 * 0.125e-3);
    const CrackFeatures f = features({{0.05, 5000.0, 1.0, s}, {0.055, 5000.0, 0.1, s}});
    CHECK(std::abs(f.envelope_db[4] - 10.0 * std::log10(0.01 * std::sqrt(std::numbers::pi) * w / 2e-3)) < 0.02);
    CHECK(f.envelope_db[5] == crack_floor_db);
}

TEST_CASE("pulses: their number, median spacing and whether the first is the loudest") {
    const double s = 0.1e-3;
    const CrackFeatures rising = features(
        {{0.050, 4000.0, 0.5, s}, {0.0512, 4000.0, 0.6, s}, {0.0530, 4000.0, 1.0, s}, {0.0580, 4000.0, 0.4, s}});
    CHECK(rising.pulses == 4);
    REQUIRE(rising.spacing_s);
    CHECK(std::abs(*rising.spacing_s - 1.8e-3) < 2.1e-5);
    CHECK_FALSE(rising.loudest_is_first);
    const CrackFeatures two = features({{0.050, 4000.0, 1.0, s}, {0.0525, 4000.0, 0.6, s}});
    CHECK(std::abs(*two.spacing_s - 2.5e-3) < 2.1e-5);
    CHECK(two.loudest_is_first);
    const CrackFeatures one = features({{0.050, 4000.0, 1.0, s}});
    CHECK(one.pulses == 1);
    CHECK_FALSE(one.spacing_s);
    CHECK(one.loudest_is_first);
}

TEST_CASE("peak and crest") {
    // Energy sqrt(pi) sigma/2 per unit of peak, over 24 ms.
    const CrackFeatures f = features({{0.05, 4000.0, 0.7, sigma_s}});
    CHECK(f.peak == near(0.7, 1e-12));
    CHECK(std::abs(f.crest_db - 10.0 * std::log10(24e-3 / (0.5 * std::sqrt(std::numbers::pi) * sigma_s))) < 1e-3);
}

TEST_CASE("other rates give the same features") {
    const std::vector<Burst> list{{0.05, 1800.0, 1.0, sigma_s}, {0.052, 5200.0, 0.5, 0.2e-3}};
    const auto at_48 = bursts(list);
    std::vector<double> at_96;
    for (int n = 0; n < 9600; ++n) {
        double sum = 0.0;
        for (const Burst& b : list) {
            const double t = n / 96000.0 - b.time_s;
            sum += b.amplitude * std::exp(-t * t / (2.0 * b.sigma_s * b.sigma_s)) *
                   std::cos(2.0 * std::numbers::pi * b.frequency_hz * t);
        }
        at_96.push_back(sum);
    }
    const auto a = crack_features(at_48, 48000.0), b = crack_features(at_96, 96000.0);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->pulses == b->pulses);
    CHECK(std::abs(a->share_db[3] - b->share_db[3]) < 0.01);
    CHECK(std::abs(a->hump_hz - b->hump_hz) < 3.0);
    CHECK(std::abs(a->envelope_db[2] - b->envelope_db[2]) < 0.2);  // where the interval begins, in samples
    CHECK(a->duration_s == near(b->duration_s, 0.01));
}

TEST_CASE("silence has no features") {
    CHECK_FALSE(crack_features({}, crack_rate_hz));
    CHECK_FALSE(crack_features(std::vector<double>(1000), crack_rate_hz));
}
