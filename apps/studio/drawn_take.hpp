// One take of a render: the joints as drawn, simulated.
#pragma once
#include <cstdint>
#include <vector>

#include "apps/cli/render_plan.hpp"
#include "apps/studio/performance.hpp"

namespace synovia::cli {

inline constexpr std::uint64_t most_redraws = 20;

struct Take {
    Recipe recipe;
    std::vector<PartRun> runs;  ///< one per joint
    std::uint64_t redraws = 0;  ///< of all joints together
};

/// Draws and simulates take `number`, from 1. A joint that does not pop is drawn anew from the same stream, at most
/// most_redraws times; without --vary it stays as it is. The same plan and number give the same take.
/// Throws Failure(solver) when the last draw could not be finished.
Take draw_take(const RenderPlan& plan, std::size_t number);

}  // namespace synovia::cli
