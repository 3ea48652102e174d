#include "audio/core/dither.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <span>
#include <vector>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

std::vector<double> dithered(std::vector<double> samples, std::uint64_t seed) {
    Dither16(seed).add_to(samples);
    return samples;
}

}  // namespace

TEST_CASE("the noise is triangular: two steps wide, mean 0, variance 1/6 step squared") {
    const std::size_t size = 200000;
    const std::vector<double> noise = dithered(std::vector<double>(size), 7);
    double mean = 0.0, variance = 0.0, largest = 0.0, neighbours = 0.0;
    std::size_t central = 0;
    for (std::size_t n = 0; n < size; ++n) {
        const double x = noise[n] * 32768.0;
        mean += x / size;
        variance += x * x / size;
        largest = std::max(largest, std::abs(x));
        if (std::abs(x) < 0.5) ++central;
        if (n > 0) neighbours += x * noise[n - 1] * 32768.0 / size;
    }
    // Four standard errors of 200,000 draws: 0.408/447 = 9.1e-4 for the mean, 0.197/447 = 4.4e-4 for the variance,
    // 0.433/447 = 9.7e-4 for the share, 0.167/447 = 3.7e-4 for the product of neighbours.
    CHECK(std::abs(mean) < 3.7e-3);
    CHECK(std::abs(variance - 1.0 / 6.0) < 1.8e-3);
    CHECK(std::abs(static_cast<double>(central) / size - 0.75) < 3.9e-3);
    CHECK(std::abs(neighbours) < 1.5e-3);
    CHECK(largest < 1.0);
    CHECK(largest > 0.99);
}

TEST_CASE("the seed decides the noise, the size of the blocks does not") {
    const std::vector<double> zero(100);
    CHECK(dithered(zero, 1) == dithered(zero, 1));
    CHECK(dithered(zero, 1) != dithered(zero, 2));
    std::vector<double> blocks(100);
    Dither16 dither(1);
    dither.add_to(std::span(blocks).first(37));
    dither.add_to(std::span(blocks).subspan(37));
    CHECK(blocks == dithered(zero, 1));
}

TEST_CASE("the first value is that of the standard's engine, on every machine") {
    // mt19937_64 seeded with 5489 begins 14514284786278117030, 4620546740167642908 (its published first outputs).
    const double expected =
        (std::floor(14514284786278117030.0 / 2048.0) - std::floor(4620546740167642908.0 / 2048.0)) / 9007199254740992.0;
    CHECK(dithered({0.0}, 5489)[0] * 32768.0 == near(expected, 1e-14));
}

TEST_CASE("the signal stays under the noise") {
    const std::vector<double> x = dithered({0.5, -0.25}, 3);
    CHECK(x[0] == near(0.5, 1.0 / 16384.0));
    CHECK(x[1] == near(-0.25, 1.0 / 8192.0));
}
