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
    if (scenario.bubble.firing == Firing::threshold) return lowest + ", and no pocket's firing pressure was passed";
    if (min_gap_pressure_pa > threshold) return lowest + "; a pop needs less than " + needed;
    if (scenario.bubble.firing == Firing::rate)
        return lowest + ", and the skin of no nucleus tore: they bear some " +
               with_prefix(scenario.bubble.strength, "Pa") + " in a pull of 150 ms, more in a faster one";
    return lowest + ", below " + needed + ", but too briefly for it to grow to five times its size";
}

}  // namespace synovia::studio
