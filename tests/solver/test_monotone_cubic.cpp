#include "solver/monotone_cubic.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "tests/solver/compare.hpp"

using namespace synovia;

TEST_CASE("the interpolant passes through its points and is constant outside") {
    const std::vector<double> x{0.0, 1.0, 3.0, 4.0}, y{2.0, 5.0, -1.0, 0.0};
    const HermiteTable f = monotone_cubic(x, y);
    for (std::size_t i = 0; i < x.size(); ++i) CHECK(std::abs(f.at(x[i]).value - y[i]) < 1e-15);
    CHECK(f.at(-1.0).value == 2.0);
    CHECK(f.at(9.0).value == 0.0);
    CHECK(f.at(9.0).rate == 0.0);
}

TEST_CASE("slopes are those of PCHIP, worked out by hand") {
    // x = 0, 1, 3, y = 0, 1, 9: secants 1 and 4 on lengths 1 and 2.
    // middle: weights w1 = 2*2+1 = 5, w2 = 2+2*1 = 4; 9/(5/1 + 4/4) = 3/2
    // left:  ((2*1+2)*1 - 1*4)/3 = 0;  right: ((2*2+1)*4 - 2*1)/3 = 6
    const HermiteTable f = monotone_cubic(std::vector{0.0, 1.0, 3.0}, std::vector{0.0, 1.0, 9.0});
    CHECK(std::abs(f.at(1e-300).rate) < 1e-15);
    CHECK(std::abs(f.at(1.0).rate - 1.5) < 1e-15);
    CHECK(std::abs(f.at(3.0 - 1e-15).rate - 6.0) < 1e-12);
    // Hermite on [0, 1] at its middle: (y0 + y1)/2 + h (d0 - d1)/8 = 0.5 - 1.5/8
    CHECK(std::abs(f.at(0.5).value - 0.3125) < 1e-15);
    // and on [1, 3]: 5 + 2 (1.5 - 6)/8
    CHECK(std::abs(f.at(2.0).value - 3.875) < 1e-15);
}

TEST_CASE("an end slope is limited to three secants beyond an extremum") {
    // secants 1 and -20 on equal lengths: the three-point slope (3*1 + 20)/2 = 11.5 is cut to 3
    const HermiteTable f = monotone_cubic(std::vector{0.0, 1.0, 2.0}, std::vector{0.0, 1.0, -19.0});
    CHECK(std::abs(f.at(1e-15).rate - 3.0) < 1e-12);
    CHECK(f.at(1.0).rate == 0.0);
}

TEST_CASE("two points make a straight line") {
    const HermiteTable f = monotone_cubic(std::vector{1.0, 3.0}, std::vector{10.0, 4.0});
    CHECK(std::abs(f.at(1.5).value - 8.5) < 1e-14);
    CHECK(std::abs(f.at(1.5).rate + 3.0) < 1e-14);
}

TEST_CASE("between neighbouring points the interpolant never leaves their range nor turns") {
    const std::vector<double> x{0.0, 0.1, 0.5, 1.0, 1.1, 4.0}, y{0.0, 0.0, 1.0, 1.01, 9.0, 8.0};
    const HermiteTable f = monotone_cubic(x, y);
    for (std::size_t i = 0; i + 1 < x.size(); ++i)
        for (int j = 1; j < 200; ++j) {
            const Motion<double> at = f.at(x[i] + (x[i + 1] - x[i]) * j / 200.0);
            const double low = std::min(y[i], y[i + 1]), high = std::max(y[i], y[i + 1]);
            REQUIRE(at.value >= low - 1e-14);
            REQUIRE(at.value <= high + 1e-14);
            REQUIRE(at.rate * (y[i + 1] - y[i]) >= -1e-13);
        }
}

TEST_CASE("the rate is the derivative of the value, and continuous across the points") {
    const HermiteTable f = monotone_cubic(std::vector{0.0, 1.0, 3.0, 4.0}, std::vector{0.0, 1.0, 9.0, 10.0});
    for (const double t : {0.4, 1.7, 3.2}) {
        const double slope = test::difference_quotient([&](double u) { return f.at(u).value; }, t, 1e-3);
        CHECK(std::abs(f.at(t).rate - slope) < 1e-11);  // exact for a cubic but for rounding over h
    }
    CHECK(std::abs(f.at(1.0 - 1e-12).rate - f.at(1.0 + 1e-12).rate) < 1e-10);
}
