#include "apps/instrument/take_worker.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;

namespace {

/// Everything the worker does up to this request.
std::vector<TakeWorker::Result> wait_for(TakeWorker& worker, const TakeRequest& last) {
    std::vector<TakeWorker::Result> all;
    for (int i = 0; i < 20'000 && (all.empty() || all.back().job.request != last); ++i) {
        for (auto& result : worker.collect()) all.push_back(std::move(result));
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return all;
}

}  // namespace

TEST_CASE("jobs are done in their order, and what comes out is what one would make oneself") {
    TakeWorker worker;
    const auto patch = std::make_shared<const Patch>(knuckle());
    const synovia::JointStart left = make_take(*patch, {1, 0.7, {}}).left_over;
    worker.set_jobs({{patch, {1, 0.7, {}}}, {patch, {1, 0.9, {}}}, {patch, {1, 0.7, left}}});
    const auto results = wait_for(worker, {1, 0.7, left});
    REQUIRE(results.size() == 3);
    CHECK(results[0].job == TakeWorker::Job{patch, {1, 0.7, {}}});
    CHECK(results[1].job == TakeWorker::Job{patch, {1, 0.9, {}}});
    for (const auto& result : results) {
        REQUIRE(result.take);
        CHECK(result.take->samples == make_take(*patch, result.job.request).samples);
    }
}

TEST_CASE("new jobs replace the old ones") {
    TakeWorker worker;
    const auto patch = std::make_shared<const Patch>(knuckle());
    std::vector<TakeWorker::Job> many;
    for (std::uint64_t take = 1; take <= 1000; ++take) many.push_back({patch, {take, 0.5, {}}});
    worker.set_jobs(many);
    worker.set_jobs({{patch, {7, 0.6, {}}}});
    const auto results = wait_for(worker, {7, 0.6, {}});
    CHECK(results.size() <= 2);  // at most one of the old ones had been begun
    REQUIRE_FALSE(results.empty());
    CHECK(results.back().job.request == TakeRequest{7, 0.6, {}});
}

TEST_CASE("what cannot be made is a result, too") {
    TakeWorker worker;
    Patch bad = knuckle();
    bad.scenario.fluid.density = -1.0;
    const auto patch = std::make_shared<const Patch>(bad);
    worker.set_jobs({{patch, {1, 0.7, {}}}});
    const auto results = wait_for(worker, {1, 0.7, {}});
    REQUIRE(results.size() == 1);
    CHECK_FALSE(results[0].take);
}

TEST_CASE("a worker with work left ends at once") {
    const auto patch = std::make_shared<const Patch>(knuckle());
    std::vector<TakeWorker::Job> many;
    for (std::uint64_t take = 1; take <= 100'000; ++take) many.push_back({patch, {take, 0.5, {}}});
    std::optional<TakeWorker> worker(std::in_place);
    worker->set_jobs(std::exchange(many, {}));
    worker.reset();  // 100,000 takes would be ten minutes
    CHECK(patch.use_count() == 1);
}
