#include "apps/instrument/take_pool.hpp"

#include <chrono>

#include "solver/parameters.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;

namespace {

bool all_ready(TakePool& pool, TakeWorker& worker, std::span<const TakeRequest> wanted) {
    for (int i = 0; i < 20'000; ++i) {
        if (pool.prepare(worker, wanted)) return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return false;
}

}  // namespace

TEST_CASE("what was made ahead is what would have been made, and is handed out as it is") {
    TakeWorker worker;
    TakePool ready(knuckle());
    const synovia::JointStart left = make_take(knuckle(), {1, 0.7, {}}).left_over;
    const std::vector<TakeRequest> wanted{{5, 0.6, left}, {5, 0.6, {}}};
    CHECK_FALSE(ready.prepare(worker, wanted));
    REQUIRE(all_ready(ready, worker, wanted));
    const TakePool fresh(knuckle());
    for (const TakeRequest& request : wanted) {
        const auto a = ready.take(request), b = fresh.take(request);
        CHECK(a == ready.take(request));  // the very one
        CHECK(b != fresh.take(request));
        CHECK(a->samples == b->samples);
        CHECK(a->request == b->request);
    }
}

TEST_CASE("what is no longer wanted is forgotten") {
    TakeWorker worker;
    TakePool pool(knuckle());
    const std::vector<TakeRequest> first{{1, 0.6, {}}}, second{{2, 0.6, {}}};
    REQUIRE(all_ready(pool, worker, first));
    REQUIRE(all_ready(pool, worker, second));
    CHECK_FALSE(pool.prepare(worker, first));
}

TEST_CASE("takes of another patch are not taken for one's own") {
    TakeWorker worker;
    const std::vector<TakeRequest> wanted{{1, 0.6, {}}};
    Patch other = knuckle();
    other.scenario.bubble.nucleus_radius = 1e-6;
    {
        TakePool before(other);
        before.prepare(worker, wanted);
    }
    TakePool pool(knuckle());
    REQUIRE(all_ready(pool, worker, wanted));
    CHECK(pool.take(wanted[0])->samples == make_take(knuckle(), wanted[0]).samples);
}

TEST_CASE("a take that cannot be made is tried ahead once, and says why when it is asked for") {
    TakeWorker worker;
    Patch bad = knuckle();
    bad.scenario.fluid.density = -1.0;
    TakePool pool(bad);
    const std::vector<TakeRequest> wanted{{1, 0.7, {}}};
    REQUIRE(all_ready(pool, worker, wanted));
    CHECK_THROWS_AS(pool.take(wanted[0]), synovia::InvalidScenario);
}
