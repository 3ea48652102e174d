#include "apps/live/take_pool.hpp"

#include "tests/live/support.hpp"

using namespace synovia::live;
using namespace synovia::live::test;

TEST_CASE("eight takes are made ahead, then no more") {
    TakePool pool(knuckle());
    int made = 0;
    while (pool.prepare({3, 0.7, {}})) ++made;
    CHECK(made == TakePool::size);
    CHECK(pool.prepare({4, 0.7, {}}));  // the one that follows
    CHECK_FALSE(pool.prepare({4, 0.7, {}}));
    CHECK(pool.prepare({4, 0.8, {}}));  // another setting
}

TEST_CASE("what was made ahead is what would have been made") {
    TakePool ready(knuckle()), fresh(knuckle());
    ready.prepare({5, 0.6, 3e-4});
    const auto a = ready.take({5, 0.6, 3e-4}), b = fresh.take({5, 0.6, 3e-4});
    CHECK(a == ready.take({5, 0.6, 3e-4}));  // the very one
    CHECK(a->samples == b->samples);
    CHECK(a->request == b->request);
}
