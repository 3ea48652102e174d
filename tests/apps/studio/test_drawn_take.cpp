#include "apps/studio/drawn_take.hpp"

#include <doctest/doctest.h>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "tests/apps/studio/support.hpp"

using namespace synovia;
using namespace synovia::studio;

namespace {

RenderPlan plan_for(const std::vector<std::string>& presets, const std::vector<std::string>& overrides, double share) {
    RenderPlan plan;
    for (const std::string& name : presets) {
        preset::Loaded loaded = preset::load(name, preset::search_dirs(), overrides);
        plan.recipe.parts.push_back({loaded.name, std::move(loaded.about), std::move(loaded.scenario)});
    }
    plan.share = share;
    plan.new_joints = share > 0.0;
    plan.takes = 3;
    plan.numbered = true;
    return plan;
}

double radius(const DrawnTake& take, std::size_t part) {
    return take.recipe.parts[part].scenario.joint.articular_radius;
}

}  // namespace

TEST_CASE("takes differ, joints of a take differ, the same take is the same") {
    const RenderPlan plan = plan_for({"knuckle", "knuckle"}, {}, 0.2);
    const DrawnTake first = draw_take(plan, 1);
    CHECK(radius(first, 0) != radius(first, 1));
    CHECK(radius(first, 0) != radius(draw_take(plan, 2), 0));
    CHECK(radius(first, 0) == radius(draw_take(plan, 1), 0));
    CHECK(first.recipe.take == 1);
    CHECK(first.runs.size() == 2);
}

TEST_CASE("one joint cracks in many ways, and new joints are divided in other ways") {
    RenderPlan plan = plan_for({"knuckle-crack"}, {}, 0.0);
    const auto shares = [](const DrawnTake& take) { return take.recipe.parts[0].scenario.joint.pocket_weights; };
    const auto draws = [](const DrawnTake& take) { return take.recipe.parts[0].scenario.bubble.strength_draws; };
    const DrawnTake first = draw_take(plan, 1), second = draw_take(plan, 2);
    CHECK(shares(first) == shares(second));
    CHECK(draws(first) != draws(second));
    CHECK(first.runs[0].summary.peak_pressure != second.runs[0].summary.peak_pressure);
    CHECK(second.recipe.joint == 1);
    plan.recipe.seed = 2;
    CHECK(shares(draw_take(plan, 1)) == shares(first));
    CHECK(draws(draw_take(plan, 1)) != draws(first));
    plan.new_joints = true;
    CHECK(shares(draw_take(plan, 1)) == shares(first));
    CHECK(shares(draw_take(plan, 2)) != shares(first));
    CHECK(draw_take(plan, 2).recipe.joint == 2);
    plan.recipe.joint_seed = 2;
    CHECK(shares(draw_take(plan, 1)) != shares(first));
}

TEST_CASE("without --vary a silent joint is simulated once and stays") {
    const DrawnTake take = draw_take(plan_for({"knuckle-slow"}, {}, 0.0), 1);
    CHECK(take.redraws.empty());
    CHECK_FALSE(sounds(take.runs[0]));
}

TEST_CASE("a joint that never pops is drawn twenty times more") {
    CHECK(draw_take(plan_for({"knuckle-slow"}, {}, 0.01), 1).redraws.size() == most_redraws);
}

TEST_CASE("at the edge of popping, redrawing finds a pop") {
    const RenderPlan plan = plan_for({"knuckle"}, {"traction.rise_time_s=0.6", "simulation.duration_s=1"}, 0.25);
    std::size_t redraws = 0;
    for (std::size_t number = 1; number <= 6; ++number) {
        const DrawnTake take = draw_take(plan, number);
        CHECK(sounds(take.runs[0]));
        redraws += take.redraws.size();
    }
    CHECK(redraws > 0);
}

TEST_CASE("what the solver gives up on is drawn anew, and the last draw tells how it ended") {
    RenderPlan plan = plan_for({"knuckle", "hip"}, {}, 0.01);
    plan.recipe.parts[0].scenario = studio::test::hopeless();
    const DrawnTake take = draw_take(plan, 1);
    REQUIRE(take.redraws.size() == most_redraws);
    for (const Redraw& redraw : take.redraws) CHECK(redraw.ending.outcome == Outcome::supersonic);
    REQUIRE(take.runs.size() == 1);  // nobody will hear the hip
    CHECK(take.runs[0].trajectory.outcome == Outcome::supersonic);
    plan.share = 0.0;
    CHECK(draw_take(plan, 1).redraws.empty());
}
