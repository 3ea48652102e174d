#include "audio/live/ring.hpp"

#include <doctest/doctest.h>

#include <array>
#include <numeric>
#include <thread>
#include <vector>

using synovia::audio::Ring;

TEST_CASE("a ring gives back in order what was put, and refuses what does not fit") {
    Ring<int> ring(4);
    const std::array<int, 6> six{1, 2, 3, 4, 5, 6};
    CHECK(ring.put(six) == 4);
    CHECK_FALSE(ring.put(7));
    std::array<int, 3> three{};
    CHECK(ring.take(three) == 3);
    CHECK(three == std::array<int, 3>{1, 2, 3});
    CHECK(ring.put(std::span(six).subspan(4)) == 2);  // across the end of the array
    CHECK(ring.size() == 3);
    CHECK(ring.take(three) == 3);
    CHECK(three == std::array<int, 3>{4, 5, 6});
    int none = 0;
    CHECK_FALSE(ring.take(none));
}

TEST_CASE("two threads lose, repeat and reorder nothing") {
    constexpr std::size_t total = 200'000;
    Ring<std::size_t> ring(64);
    std::thread producer([&] {
        for (std::size_t i = 0; i < total;)
            if (ring.put(i))
                ++i;
            else
                std::this_thread::yield();
    });
    std::size_t expected = 0, wrong = 0;
    std::array<std::size_t, 17> some{};
    while (expected < total) {
        const std::size_t count = ring.take(some);
        for (std::size_t i = 0; i < count; ++i)
            if (some[i] != expected++) ++wrong;
        if (count == 0) std::this_thread::yield();
    }
    producer.join();
    CHECK(wrong == 0);
    CHECK(ring.size() == 0);
}
