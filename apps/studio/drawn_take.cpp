#include "apps/studio/drawn_take.hpp"

#include "apps/studio/chance.hpp"
#include "apps/studio/draw_index.hpp"

namespace synovia::studio {
namespace {

/// A joint that stays the same is pulled again, another one drawn in its place where every take has its own.
void draw_part(const RenderPlan& plan, std::size_t index, DrawnTake& take) {
    Part& part = take.recipe.parts[index];
    const Recipe& recipe = take.recipe;
    const Scenario& preset = plan.recipe.parts[index].scenario;
    const bool differs = pulls_differ(preset, plan.share) || (plan.new_joints && joints_differ(preset, plan.share));
    for (std::size_t attempt = 0;; ++attempt) {
        const Draw joint{recipe.joint_seed, draw_index(recipe.joint, index, plan.new_joints ? attempt : 0)};
        part.scenario = drawn(preset, plan.share, joint, {recipe.seed, draw_index(recipe.take, index, attempt)});
        PartRun run = run_part(part, recipe.sample_rate_hz);
        if (sounds(run) || !differs || attempt == most_redraws) return take.runs.push_back(std::move(run));
        take.redraws.push_back({index, ending_of(run.trajectory)});
    }
}

}  // namespace

DrawnTake draw_take(const RenderPlan& plan, std::size_t number) {
    DrawnTake take{plan.recipe, {}, {}};
    if (plan.numbered) take.recipe.take = number;
    if (plan.numbered && plan.new_joints) take.recipe.joint = number;
    for (std::size_t i = 0; i < take.recipe.parts.size(); ++i) {
        draw_part(plan, i, take);
        if (!finished(take.runs.back().trajectory.outcome)) break;  // there will be no sound
    }
    return take;
}

}  // namespace synovia::studio
