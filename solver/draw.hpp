// Chance: what differs from joint to joint, and from one pull of a joint to the next.
#pragma once
#include <cstddef>
#include <cstdint>

#include "solver/scenario.hpp"

namespace synovia {

/// The joint itself: number and shares of its pockets, unless they are given. The number is Poisson with mean
/// joint.pockets, kept within 3 and 16, where joint.pockets_drawn; the sizes are Gamma(joint.pocket_spread, 1) + 0.02.
/// Precondition: a scenario without problems. A spine gets the seed that its facets' are drawn from; a free bubble
/// stays as it is.
Scenario draw_joint(Scenario scenario, std::uint64_t joint_seed);

/// One pull of it: the exponential variates that its nuclei's strengths hang on, unless they are given. Precondition:
/// the joint is drawn.
Scenario draw_take(Scenario scenario, std::uint64_t take_seed);

/// One facet of a spine, as a joint already: what the seeds of its spine make of it, each role (role_index()) in its
/// own way, so that the mirror image of a spine cracks as the spine does.
Scenario draw_facet(Scenario facet, std::size_t role);

/// Is there anything for draw_joint() to draw, for draw_take()?
bool leaves_joint_open(const Scenario& scenario);
bool leaves_take_open(const Scenario& scenario);

}  // namespace synovia
