// A run of the chain: what every vertebra and every facet's capsule did, step by step.
#pragma once
#include <cstddef>
#include <optional>
#include <vector>

#include "solver/spine_chain.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

/// The chain after a step. A capsule that changes its form does so at a step's end: there the forms are those after it.
struct ChainStep {
    double time;  ///< [s]
    ChainState state, rates;
    SpineChain::Forms forms;
};

struct ChainRun {
    std::vector<ChainStep> steps;  ///< the first is the start, at rest
    /// Times at which the facet's first nucleus fired [s].
    std::array<std::vector<double>, facet_count> pops;
    std::array<double, facet_count> wear{};  ///< of that nucleus at the end, FacetFiring
    std::optional<Outcome> stopped;          ///< why the run ended early; absent: it did not
};

/// Integrates the chain of this scenario from rest to simulation.duration in at most `step_limit` steps.
ChainRun run_chain(const SpineChain& chain, const Scenario& scenario, std::size_t step_limit);

}  // namespace synovia
