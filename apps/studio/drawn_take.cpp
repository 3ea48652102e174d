#include "apps/studio/drawn_take.hpp"

#include "apps/preset/vary.hpp"
#include "apps/studio/draw_index.hpp"

namespace synovia::studio {
namespace {

void draw_part(const RenderPlan& plan, std::size_t index, DrawnTake& take) {
    Part& part = take.recipe.parts[index];
    for (std::size_t attempt = 0;; ++attempt) {
        part.scenario = preset::vary(plan.recipe.parts[index].scenario, plan.share, take.recipe.seed,
                                     draw_index(take.recipe.take, index, attempt));
        PartRun run = run_part(part, take.recipe.sample_rate_hz);
        if (sounds(run) || plan.share == 0.0 || attempt == most_redraws) return take.runs.push_back(std::move(run));
        take.redraws.push_back({index, ending_of(run.trajectory)});
    }
}

}  // namespace

DrawnTake draw_take(const RenderPlan& plan, std::size_t number) {
    DrawnTake take{plan.recipe, {}, {}};
    if (plan.numbered) take.recipe.take = number;
    for (std::size_t i = 0; i < take.recipe.parts.size(); ++i) {
        draw_part(plan, i, take);
        if (!finished(take.runs.back().trajectory.outcome)) break;  // there will be no sound
    }
    return take;
}

}  // namespace synovia::studio
