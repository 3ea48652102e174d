#include "audio/core/true_peak.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

/// A cosine of `f` cycles per sample under a Gaussian, its top exactly 1 at `centre` (in samples).
Signal burst(double f, double centre, double width = 60.0, int size = 1000) {
    Signal signal;
    for (int n = 0; n < size; ++n) {
        const double t = n - centre;
        signal.samples.push_back(std::exp(-0.5 * t * t / (width * width)) * std::cos(2.0 * std::numbers::pi * f * t));
    }
    return signal;
}

}  // namespace

TEST_CASE("a top between two samples is found") {
    for (const double f : {0.004, 0.02, 0.1, 0.25, 0.35, 0.41})
        for (int k = 0; k < 20; ++k) {
            CAPTURE(f);
            CAPTURE(k);
            // The parabola through points h = 2 pi f/16 apart is low by up to 9/384 h^4; the curve is good to 4e-6.
            const double h = 2.0 * std::numbers::pi * f / 16.0;
            const double tolerance = 4e-6 + 9.0 / 384.0 * h * h * h * h;
            CHECK(true_peak(burst(f, 500.0 + (k + 0.37) / 20.0)) == near(1.0, tolerance));
        }
}

TEST_CASE("at a quarter of the rate the samples miss 3 dB") {
    const Signal signal = burst(0.25, 500.5);
    CHECK(sample_peak(signal) == near(std::sqrt(0.5), 1e-4));  // the Gaussian half a sample off
    CHECK(true_peak(signal) == near(1.0, 5e-6));
}

TEST_CASE("the sign, the ends and the length do not matter") {
    Signal negative = burst(0.25, 500.5);
    for (double& x : negative.samples) x = -x;
    CHECK(true_peak(negative) == near(1.0, 5e-6));
    Signal below = burst(0.0, 500.5);
    for (double& x : below.samples) x = -x;
    CHECK(true_peak(below) == near(1.0, 5e-6));
    // A single sample is a sinc: its top is the sample.
    CHECK(true_peak({48000.0, 0.0, {0.5}}) == near(0.5, 1e-12));
    // Two equal samples: the windowed sinc's value at 1/2, twice: 0.5 * 2 * 0.6366 * window.
    CHECK(true_peak({48000.0, 0.0, {0.5, 0.5}}) == near(2.0 / std::numbers::pi, 0.01));
    // The same top anywhere, blocks of 64 samples and points 1/16 apart notwithstanding.
    for (double centre = 64.0; centre < 130.0; centre += 1.0 / 16.0)
        CHECK(true_peak(burst(0.1, centre, 10.0, 194)) == near(1.0, 5e-6));
}

TEST_CASE("silence has no peak") {
    CHECK(true_peak(Signal()) == 0.0);
    CHECK(true_peak(Signal{48000.0, 0.0, std::vector<double>(100)}) == 0.0);
}

TEST_CASE("a quiet sound has the same true peak, scaled") {
    Signal quiet = burst(0.3, 500.3);
    for (double& x : quiet.samples) x *= 1e-9;
    CHECK(true_peak(quiet) == near(1e-9, 5e-6));
}

TEST_CASE("of several channels the highest top counts, and no channel leaks into its neighbour") {
    const Signal low = burst(0.25, 480.5), high = burst(0.25, 500.5);
    Signal both{48000.0, 0.0, {}, 2};
    for (std::size_t n = 0; n < low.frames(); ++n) {
        both.samples.push_back(0.5 * low.samples[n]);
        both.samples.push_back(high.samples[n]);
    }
    CHECK(true_peak(both) == true_peak(high));
    for (double& x : both.samples) x = -x;
    for (std::size_t n = 0; n < both.frames(); ++n) both.at(n, 1) *= 0.1;
    CHECK(true_peak(both) == near(0.5 * true_peak(low), 1e-12));
}
