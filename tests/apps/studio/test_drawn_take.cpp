#include "apps/studio/drawn_take.hpp"

#include <doctest/doctest.h>

#include "apps/cli/failure.hpp"

using namespace synovia;
using namespace synovia::cli;

namespace {

RenderPlan plan_for(std::vector<std::string> presets, std::vector<std::string> overrides, const std::string& vary) {
    RenderOptions options;
    options.presets = std::move(presets);
    options.scenario.overrides = std::move(overrides);
    options.scenario.vary = vary;
    options.takes = 3;
    return plan_render(options);
}

double radius(const Take& take, std::size_t part) { return take.recipe.parts[part].scenario.joint.articular_radius; }

}  // namespace

TEST_CASE("takes differ, joints of a take differ, the same take is the same") {
    const RenderPlan plan = plan_for({"knuckle", "knuckle"}, {}, "20%");
    const Take first = draw_take(plan, 1);
    CHECK(radius(first, 0) != radius(first, 1));
    CHECK(radius(first, 0) != radius(draw_take(plan, 2), 0));
    CHECK(radius(first, 0) == radius(draw_take(plan, 1), 0));
    CHECK(first.recipe.take == 1);
    CHECK(first.runs.size() == 2);
}

TEST_CASE("without --vary a silent joint is simulated once and stays") {
    const Take take = draw_take(plan_for({"knuckle-slow"}, {}, ""), 1);
    CHECK(take.redraws == 0);
    CHECK_FALSE(sounds(take.runs[0]));
}

TEST_CASE("a joint that never pops is drawn twenty times more") {
    CHECK(draw_take(plan_for({"knuckle-slow"}, {}, "1%"), 1).redraws == most_redraws);
}

TEST_CASE("at the edge of popping, redrawing finds a pop") {
    const RenderPlan plan = plan_for({"knuckle"}, {"traction.rise_time_s=0.6", "simulation.duration_s=1"}, "25%");
    std::uint64_t redraws = 0;
    for (std::size_t number = 1; number <= 6; ++number) {
        const Take take = draw_take(plan, number);
        CHECK(sounds(take.runs[0]));
        redraws += take.redraws;
    }
    CHECK(redraws > 0);
}
