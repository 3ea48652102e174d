#include "apps/studio/in_order.hpp"

#include <doctest/doctest.h>

#include <pthread.h>

#include <atomic>
#include <stdexcept>

using namespace synovia::studio;

namespace {

/// While it lives no thread can be made: each would need a stack of a pebibyte.
class NoThreads {
public:
    NoThreads() {
        pthread_attr_t huge;
        pthread_attr_init(&huge);
        REQUIRE(pthread_getattr_default_np(&before_) == 0);
        REQUIRE(pthread_attr_setstacksize(&huge, std::size_t{1} << 50U) == 0);
        REQUIRE(pthread_setattr_default_np(&huge) == 0);
        pthread_attr_destroy(&huge);
    }
    ~NoThreads() {
        pthread_setattr_default_np(&before_);
        pthread_attr_destroy(&before_);
    }
    NoThreads(const NoThreads&) = delete;
    NoThreads& operator=(const NoThreads&) = delete;

private:
    pthread_attr_t before_{};
};

}  // namespace

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

TEST_CASE("without threads the work is done all the same") {
    const NoThreads none;
    REQUIRE_THROWS_AS(std::thread([] {}).join(), std::system_error);
    std::size_t used = 0;
    in_order(
        20, 3, [](std::size_t n) { return n + 1; }, [&](std::size_t n, std::size_t next) { used += next == n + 1; });
    CHECK(used == 20);
}
