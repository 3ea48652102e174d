// What one facet did in a run of the chain, as curves over time.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "solver/hermite_table.hpp"
#include "solver/spine_chain_run.hpp"

namespace synovia {

struct FacetCurves {
    std::vector<FacetReading> readings;  ///< one per step of the run
    HermiteTable opening;                ///< u [m], at the same times
    bool popped = false;                 ///< its first nucleus fired
    double min_pressure = 0;             ///< absolute, before any such fall [Pa]
    double min_pressure_before = 0;      ///< the same before the thrust or twist began [Pa]
};

std::array<FacetCurves, facet_count> facet_curves(const SpineChain& chain, const ChainRun& run);

/// The opening from step `first` of the run on.
HermiteTable opening_from(const FacetCurves& curves, const ChainRun& run, std::size_t first);

}  // namespace synovia
