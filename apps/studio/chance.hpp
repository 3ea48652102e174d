// What a preset leaves to chance: which joint it is, and how one pull of it goes.
#pragma once
#include "apps/studio/draw_index.hpp"
#include "solver/scenario.hpp"

namespace synovia::studio {

/// One joint: the number and the shares of its pockets and, where `share` is not 0, the parameters that differ from
/// joint to joint. What the preset gives itself stays. `share` as `--vary`.
Scenario drawn_joint(const Scenario& preset, double share, const Draw& joint);

/// One pull of it: also the strengths of its nuclei, and the parameters that differ from pull to pull.
Scenario drawn(const Scenario& preset, double share, const Draw& joint, const Draw& pull);

/// Would other draws give another joint, another pull of the same joint?
bool joints_differ(const Scenario& preset, double share);
bool pulls_differ(const Scenario& preset, double share);

}  // namespace synovia::studio
