#include "apps/studio/in_order.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <stdexcept>

using namespace synovia::studio;

TEST_CASE("results are used in order, whatever the number of workers") {
    for (const std::size_t workers : {1U, 2U, 7U}) {
        std::vector<std::size_t> used;
        in_order(
            100, workers, [](std::size_t n) { return n * n; },
            [&](std::size_t n, std::size_t square) {
                CHECK(square == n * n);
                used.push_back(n);
            });
        REQUIRE(used.size() == 100);
        CHECK(std::is_sorted(used.begin(), used.end()));
    }
    in_order(
        0, 3, [](std::size_t n) { return n; }, [](std::size_t, std::size_t) { CHECK(false); });
}

TEST_CASE("what work throws arrives in its turn, and ends the rest") {
    std::size_t used = 0;
    std::atomic<std::size_t> made = 0;
    const auto run = [&] {
        in_order(
            1000, 3,
            [&](std::size_t n) {
                ++made;
                if (n == 5) throw std::runtime_error("five");
                return n;
            },
            [&](std::size_t, std::size_t) { ++used; });
    };
    CHECK_THROWS_WITH_AS(run(), "five", std::runtime_error);
    CHECK(used == 5);
    CHECK(made <= 5 + 1 + 2 * 3);  // no more than two a worker were ahead
}

TEST_CASE("what use throws ends the work") {
    const auto run = [] {
        in_order(
            1000, 2, [](std::size_t n) { return n; },
            [](std::size_t n, std::size_t) {
                if (n == 3) throw std::runtime_error("three");
            });
    };
    CHECK_THROWS_WITH_AS(run(), "three", std::runtime_error);
}
