#include "audio/measure/spectrum.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

constexpr double pi = std::numbers::pi;

/// exp(-t/tau) sin(2 pi f t)
std::vector<double> ring(double f, double tau, double rate, double length) {
    std::vector<double> x;
    for (int n = 0; n < length * rate; ++n) x.push_back(std::exp(-n / rate / tau) * std::sin(2.0 * pi * f * n / rate));
    return x;
}

}  // namespace

TEST_CASE("the spectrum is the transform, at every bin") {
    const std::vector<double> x{0.3, -1.0, 0.25, 0.125, 2.0};
    const Spectrum s = spectrum(x, 8192.0);
    CHECK(s.bin_hz == 1.0);
    REQUIRE(s.energy.size() == 4097);
    for (std::size_t k = 0; k <= 4096; k += 256) {
        std::complex<double> sum = 0.0;
        for (std::size_t n = 0; n < x.size(); ++n)
            sum += x[n] * std::polar(1.0, -2.0 * pi * static_cast<double>(k * n) / 8192.0);
        CHECK(s.energy[k] == near(std::norm(sum), 1e-12));
    }
}

TEST_CASE("longer sounds are padded to at least twice their length") {
    CHECK(spectrum(std::vector<double>(5000), 48000.0).energy.size() == 8193);
    CHECK(spectrum(std::vector<double>(4096), 48000.0).energy.size() == 4097);
}

TEST_CASE("a decaying sine has its peak, width and height where the closed form has them") {
    // |X|^2 of exp(-a t) sin(w0 t) is largest at w^2 = w0^2 - a^2 and half of that about a from it: width 2a = 1/(pi
    // tau) in Hz. Sampling aliases a part of order (w/rate)^2; the width is read linearly between bins of 0.7 Hz.
    for (const double tau : {5e-3, 20e-3}) {
        const double f = 1600.0, a = 1.0 / tau / (2.0 * pi);
        const auto s = shape(spectrum(ring(f, tau, 48000.0, 0.5), 48000.0), 20.0, 20000.0);
        REQUIRE(s);
        CHECK(s->peak_hz == near(std::sqrt(f * f - a * a), 2e-5));
        REQUIRE(s->bandwidth_hz);
        CHECK(*s->bandwidth_hz == near(1.0 / (pi * tau), 5e-3));
    }
}

TEST_CASE("the centroid of two equal tones lies between them, that of white energy in the middle") {
    std::vector<double> two;
    for (int n = 0; n < 48000; ++n)
        two.push_back(std::sin(2.0 * pi * 1000.0 * n / 48000.0) + std::sin(2.0 * pi * 3000.0 * n / 48000.0));
    const auto s = shape(spectrum(two, 48000.0), 20.0, 20000.0);
    REQUIRE(s);
    CHECK(s->centroid_hz == near(2000.0, 1e-3));  // leakage of the cut tones
    const std::vector<double> click{1.0};
    CHECK(shape(spectrum(click, 48000.0), 20.0, 20000.0)->centroid_hz == near(10010.0, 1e-3));
}

TEST_CASE("no energy, no shape; a flat spectrum has no width") {
    CHECK_FALSE(shape(spectrum(std::vector<double>(100), 48000.0), 20.0, 20000.0));
    CHECK_FALSE(shape(spectrum(std::vector<double>{1.0, 2.0}, 30.0), 20.0, 20000.0));  // nothing above 15 Hz
    CHECK_FALSE(shape(spectrum(std::vector<double>{1.0}, 48000.0), 20.0, 20000.0)->bandwidth_hz);
}
