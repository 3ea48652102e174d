// Different takes of one preset.
#pragma once
#include <cstdint>

#include "solver/scenario.hpp"

namespace synovia::preset {

/// Multiplies every parameter that varies (Parameter::varies) by exp(u ln(1 + fraction)), u uniform in [-1, 1], and
/// clamps it into its range. Each draw depends on the seed, the index of the take and the key alone: the same on every
/// machine, and unmoved when other parameters come or go. fraction 0 changes nothing. Throws std::invalid_argument if
/// the fraction is not finite or negative.
Scenario vary(const Scenario& scenario, double fraction, std::uint64_t seed, std::uint64_t index);

}  // namespace synovia::preset
