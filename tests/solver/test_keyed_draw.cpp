#include "solver/keyed_draw.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace synovia;

TEST_CASE("the generator is SplitMix64: its published first outputs") {
    // Seed 1234567: 6457827717110365317, 3203168211198807973 (Vigna's splitmix64.c, as Rosetta Code lists them).
    constexpr std::uint64_t gamma = 0x9e3779b97f4a7c15u;
    CHECK(scramble(1234567u + gamma) == 6457827717110365317u);
    CHECK(scramble(1234567u + 2u * gamma) == 3203168211198807973u);
}

TEST_CASE("the same words give the same numbers, other words or another order others") {
    CHECK(KeyedDraw({1, 2, 3}).uniform() == KeyedDraw({1, 2, 3}).uniform());
    CHECK(KeyedDraw({1, 2, 3}).uniform() != KeyedDraw({1, 3, 2}).uniform());
    CHECK(KeyedDraw({1, 2}).uniform() != KeyedDraw({1, 2, 0}).uniform());
}

TEST_CASE("uniform and normal numbers have their moments, also over neighbouring keys") {
    constexpr int n = 20000;
    double sum = 0.0, squares = 0.0, mean = 0.0, product = 0.0, last = 0.0;
    for (int i = 0; i < n; ++i) {
        KeyedDraw draw({7, static_cast<std::uint64_t>(i)});
        const double u = draw.uniform(), z = draw.normal();
        REQUIRE(u > 0.0);
        REQUIRE(u < 1.0);
        mean += u / n;
        sum += z / n;
        squares += z * z / n;
        product += z * last / n;
        last = z;
    }
    // four standard errors of each
    CHECK(std::abs(mean - 0.5) < 4.0 / std::sqrt(12.0 * n));
    CHECK(std::abs(sum) < 4.0 / std::sqrt(n));
    CHECK(std::abs(squares - 1.0) < 4.0 * std::sqrt(2.0 / n));
    CHECK(std::abs(product) < 4.0 / std::sqrt(n));
}
