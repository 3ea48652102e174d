#include "audio/core/kernel.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <complex>
#include <numbers>

#include "audio/core/kaiser.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

TEST_CASE("the pass band reaches 20 kHz at every rate and 5/12 of the rate above 48 kHz") {
    CHECK(band(44100.0).pass_hz == 20000.0);
    CHECK(band(48000.0).pass_hz == 20000.0);
    CHECK(band(192000.0).pass_hz == 80000.0);
    CHECK(band(44100.0).stop_hz == 22050.0);
}

TEST_CASE("the Bessel function has its tabulated values") {
    // Abramowitz & Stegun, table 9.8, and I0(20) from DLMF 10.32; relative to the digits given there.
    CHECK(bessel_i0(0.0) == 1.0);
    CHECK(bessel_i0(1.0) == near(1.2660658777520084, 1e-15));
    CHECK(bessel_i0(5.0) == near(27.239871823604442, 1e-15));
    CHECK(bessel_i0(20.0) == near(4.355828255955353e7, 1e-14));
}

TEST_CASE("the transform of the Kaiser window is its integral") {
    const double beta = 12.0, half = 5.0, f = 0.13;
    double sum = 0.0;  // trapezoid; the window ends with the value 1 of 19000, so the error is of order step^2
    const int n = 200000;
    for (int i = 0; i <= n; ++i) {
        const double t = half * (2.0 * i / n - 1.0);
        sum +=
            (i == 0 || i == n ? 0.5 : 1.0) * kaiser_window(t / half, beta) * std::cos(2.0 * std::numbers::pi * f * t);
    }
    CHECK(sum * 2.0 * half / n == near(kaiser_transform(f, half, beta), 1e-9));
}

TEST_CASE("the spread table holds the pulse, a node in the middle of it") {
    const double top = bessel_i0(7.5 * std::numbers::pi);
    double worst = 0.0;
    for (std::size_t p = 0; p < SpreadTable::phases; ++p)
        for (const double s : {0.0, 0.17, 0.5, 0.83})
            for (std::size_t j = 0; j < SpreadTable::taps; ++j) {
                const auto& c = spread_table().piece[p];
                const double value = c[j] + s * (c[12 + j] + s * (c[24 + j] + s * c[36 + j]));
                const double x = static_cast<double>(j) - 4.0 - 2.0 * (static_cast<double>(p) + s) / 64.0;
                worst = std::max(worst, std::abs(value - kaiser_window(x / 5.0, 7.5 * std::numbers::pi)) / top);
            }
    CHECK(worst < 3.2e-8);  // -150 dB
    CHECK(worst > 1e-12);   // it is a table, not the function
}

TEST_CASE("pulse and decimator together pass a constant unchanged") {
    for (const double rate : {44100.0, 48000.0, 192000.0}) {
        const Decimator d = make_decimator(rate, {});
        double sum = 0.0;
        for (const double x : d.even) sum += x;
        for (const double x : d.odd) sum += x;
        CHECK(d.even.size() == d.odd.size());
        CHECK(d.even.size() % 4 == 0);
        CHECK(d.centre % 2 == 0);
        // integral of the pulse times the sum of the taps, to the kernel's 3e-8
        CHECK(sum * kaiser_transform(0.0, 5.0, 7.5 * std::numbers::pi) == near(1.0, 3.2e-8));
    }
}
