#include "apps/instrument/strike_queue.hpp"

#include <doctest/doctest.h>

using synovia::instrument::StrikeQueue;

TEST_CASE("strikes come in their order, and no more wait than there are voices") {
    StrikeQueue queue;
    for (std::size_t i = 0; i < StrikeQueue::most; ++i) REQUIRE(queue.add(0.01 * static_cast<double>(i)));
    CHECK_FALSE(queue.add(1.0));
    for (std::size_t i = 0; i < StrikeQueue::most; ++i) {
        CHECK(queue.front() == 0.01 * static_cast<double>(i));
        queue.pop();
    }
    CHECK_FALSE(queue.front());
    CHECK(queue.add(1.0));
    queue.clear();
    CHECK_FALSE(queue.front());
}

TEST_CASE("what has waited for too long is left out, but not what is being made") {
    StrikeQueue queue;
    for (const double velocity : {0.1, 0.2, 0.3}) REQUIRE(queue.add(velocity));
    CHECK(queue.drop_late() == 0);  // 0.1 is being made from here on
    queue.pass(10.0);
    REQUIRE(queue.add(0.4));
    CHECK(queue.drop_late() == 0);
    CHECK(queue.front() == 0.1);
    queue.pop();
    CHECK(queue.drop_late() == 2);
    CHECK(queue.front() == 0.4);
    queue.pass(StrikeQueue::latest_s);
    CHECK(queue.drop_late() == 0);
}
