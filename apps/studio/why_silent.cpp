#include "apps/studio/why_silent.hpp"

#include "apps/studio/human.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {

std::string why_silent(const Scenario& scenario, double min_gap_pressure_pa) {
    if (!row_of(scenario.kind).awaits_nucleation) return "the bubble does not move";
    const double threshold = blake_threshold(scenario);
    const std::string lowest = "the gap pressure fell to " + with_prefix(min_gap_pressure_pa, "Pa");
    const std::string needed = with_prefix(threshold, "Pa") + ", where a nucleus of " +
                               with_prefix(scenario.bubble.nucleus_radius, "m") + " loses its hold (Blake threshold)";
    if (min_gap_pressure_pa > threshold) return lowest + "; a pop needs less than " + needed;
    return lowest + ", below " + needed + ", but too briefly for it to grow to five times its size";
}

}  // namespace synovia::studio
