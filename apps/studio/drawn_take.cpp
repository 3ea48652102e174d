#include "apps/studio/drawn_take.hpp"

#include <optional>

#include "apps/cli/console/console.hpp"
#include "apps/cli/failure.hpp"
#include "apps/cli/load.hpp"
#include "apps/preset/vary.hpp"

namespace synovia::cli {
namespace {

/// A pop, silence, or nothing where the solver gave up on what was drawn and another draw may do better.
std::optional<PartRun> try_part(const Part& part, int sample_rate_hz, bool may_fail) {
    try {
        return run_part(part, sample_rate_hz);
    } catch (const Failure& failure) {
        if (!may_fail) throw;
        warn(std::string(failure.what()) + "; drawn again", false);
        return std::nullopt;
    }
}

/// Returns the number of redraws.
std::uint64_t draw_part(const RenderPlan& plan, std::size_t index, Take& take) {
    Part& part = take.recipe.parts[index];
    for (std::uint64_t attempt = 0;; ++attempt) {
        const bool last = plan.share == 0.0 || attempt == most_redraws;
        part.scenario = preset::vary(plan.recipe.parts[index].scenario, plan.share, take.recipe.seed,
                                     draw_index(take.recipe.take, index, attempt));
        std::optional<PartRun> run = try_part(part, take.recipe.sample_rate_hz, !last);
        if (!run || (!last && !sounds(*run))) continue;
        take.runs.push_back(std::move(*run));
        return attempt;
    }
}

}  // namespace

Take draw_take(const RenderPlan& plan, std::size_t number) {
    Take take{plan.recipe, {}, 0};
    if (plan.numbered) take.recipe.take = number;
    for (std::size_t i = 0; i < take.recipe.parts.size(); ++i) take.redraws += draw_part(plan, i, take);
    return take;
}

}  // namespace synovia::cli
