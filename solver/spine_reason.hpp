// Why a facet popped, or did not.
#pragma once
#include <array>
#include <cstddef>
#include <string>

#include "solver/facet_curves.hpp"
#include "solver/spine_result.hpp"

namespace synovia {

/// Is the nucleus the bubble of an earlier pop, larger than 10 um?
bool holds_gas(const Scenario& joint);

/// What the chain says of a facet; reason and pops are not decided.
FacetResult read_facet(const SpineChain& chain, const ChainRun& run, const FacetCurves& curves, std::size_t facet);

/// Decides the reason of every facet of the run. Where muscles hold more than usual, the same scenario runs once more
/// with the usual activation (guarding(), a twist's own), its chain alone.
void explain(SpineRun& spine, const Scenario& scenario, const SpineChain& chain,
             const std::array<FacetCurves, facet_count>& curves, std::size_t step_limit);

/// The reason as a sentence with its numbers, for example "too slow: 0.15 of its 1.01 mm came within 0.12 s, about 0.37
/// mm needed"; "popped" for one that did.
std::string sentence(const FacetResult& facet);

}  // namespace synovia
