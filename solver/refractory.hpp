// How loud the next pull is after a rest: the refractory period of a joint.
#pragma once
#include <span>
#include <vector>

#include "solver/events.hpp"
#include "solver/scenario.hpp"

namespace synovia {

struct RefractoryRow {
    double rest;             ///< [s]
    double residual_radius;  ///< of the largest bubble left when the next pull begins [m]; 0: none
    double level;            ///< peak of the next pull at the listener, unfiltered [dB SPL]
    double relative;         ///< to the first pull [dB]
};

struct Refractory {
    std::vector<RefractoryRow> rows;  ///< none where the first pull did not pop
    double first_level;               ///< [dB SPL]
    double period;                    ///< until the last bubble is gone, at most longest_rest [s]
    Outcome outcome;  ///< of the first pull, or of the next one that could not be finished: the last row
    double reached;   ///< when that run ended [s]
};

inline constexpr double longest_rest = 7.0 * 24.0 * 3600.0;  ///< [s]

/// Pulls a rested joint, lets it rest, and pulls it in the same way again, for each of the rests [s]. Precondition: a
/// drawn joint with gas.model = species. Throws InvalidScenario like simulate().
Refractory refractory(const Scenario& scenario, std::span<const double> rests);

}  // namespace synovia
