#include "audio/live/limiter.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include "tests/near.hpp"

using synovia::audio::Limiter;
using synovia::test::near;

namespace {

/// Interleaved, as it came in.
std::vector<float> limited(std::vector<float> x, std::size_t channels = 1) {
    Limiter limiter(channels);
    for (std::size_t n = 0; n < x.size(); n += channels) limiter.process(std::span(x).subspan(n, channels));
    return x;
}

}  // namespace

TEST_CASE("what stays below 1 passes bit for bit, later by the delay") {
    std::mt19937 random(1);
    std::vector<float> x(20'000);
    for (float& sample : x) sample = static_cast<float>(random()) / 4294967296.0F * 2.0F - 1.0F;
    const std::vector<float> y = limited(x);
    CHECK(std::equal(x.begin(), x.end() - Limiter::delay, y.begin() + Limiter::delay));
    CHECK(std::all_of(y.begin(), y.begin() + Limiter::delay, [](float v) { return v == 0.0F; }));
}

TEST_CASE("nothing leaves above 1, whatever comes in") {
    std::mt19937 random(2);
    std::vector<float> x(400'000);
    // Loudness over nine decades, spikes and plateaus, and what is no number at all.
    for (std::size_t i = 0; i < x.size(); ++i) {
        const float size = std::pow(10.0F, static_cast<float>(random() % 9000) / 1000.0F - 4.0F);
        x[i] = random() % 50 == 0 || (i / 5000) % 2 == 0 ? (random() % 2 == 1 ? size : -size) : 0.5F;
    }
    x[1000] = std::numeric_limits<float>::infinity();
    x[2000] = std::numeric_limits<float>::quiet_NaN();
    float peak = 0.0F;
    for (const float y : limited(x)) {
        REQUIRE(std::isfinite(y));
        peak = std::max(peak, std::abs(y));
    }
    CHECK(peak <= 1.0F);
    CHECK(peak > 0.9F);
}

TEST_CASE("the gain moves without a step and comes back to exactly 1") {
    std::vector<float> x(20'000, 0.25F);
    x[5000] = 2.0F;
    const std::vector<float> y = limited(x);
    // Down by half within the 64 samples of the window: 1/128 of the signal per sample; the spike itself is left out.
    float step = 0.0F;
    for (std::size_t i = 100; i < y.size(); ++i)
        if (i != 5000 + Limiter::delay && i != 5001 + Limiter::delay) step = std::max(step, std::abs(y[i] - y[i - 1]));
    CHECK(step <= 0.25F / 128.0F * 1.001F);
    CHECK(y[5000 + Limiter::delay] == near(1.0, 1e-6));
    CHECK(y[5000 + Limiter::release_samples + 200] == 0.25F);
}

TEST_CASE("several channels share one gain, which none of them exceeds") {
    std::mt19937 random(3);
    std::vector<float> x(3 * 20'000);
    for (float& sample : x) sample = std::pow(10.0F, static_cast<float>(random() % 2000) / 1000.0F - 1.5F);
    const std::vector<float> y = limited(x, 3);
    for (std::size_t n = 3 * Limiter::delay; n < y.size(); n += 3) {
        const std::size_t before = n - 3 * Limiter::delay;
        const float gain = y[n] / x[before];
        for (std::size_t c = 0; c < 3; ++c) {
            REQUIRE(y[n + c] <= 1.0F);
            REQUIRE(y[n + c] == near(x[before + c] * gain, 1e-6));
        }
    }
}
