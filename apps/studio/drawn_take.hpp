// One take of a render: the joints as drawn, simulated.
#pragma once
#include <cstddef>
#include <vector>

#include "apps/studio/ending.hpp"
#include "apps/studio/mix_down.hpp"
#include "apps/studio/render_plan.hpp"

namespace synovia::studio {

inline constexpr std::size_t most_redraws = 20;

/// A draw that was replaced by another: of which joint, and what its run had ended with. A finished one did not pop.
struct Redraw {
    std::size_t part = 0;
    Ending ending;
};

struct DrawnTake {
    Recipe recipe;
    std::vector<PartRun> runs;    ///< one per joint; where the last one did not finish, the joints behind it have none
    std::vector<Redraw> redraws;  ///< of all joints together
};

/// Draws and simulates take `number`, from 1. What does not pop, or whose run does not finish, is drawn anew from the
/// same streams, at most most_redraws times; what nothing is left to chance of stays as it is. The same plan and number
/// give the same take. Throws InvalidScenario.
DrawnTake draw_take(const RenderPlan& plan, std::size_t number);

}  // namespace synovia::studio
