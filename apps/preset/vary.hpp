// Different joints and pulls of one preset.
#pragma once
#include <cstdint>

#include "solver/scenario.hpp"

namespace synovia::preset {

/// Another joint: multiplies every parameter that varies (Parameter::varies), but for those of the pull, by
/// exp(u ln(1 + fraction)), u uniform in [-1, 1], and clamps it into its range. Each draw depends on the seed, the
/// index and the key alone: the same on every machine, and unmoved when other parameters come or go. fraction 0 changes
/// nothing. Throws std::invalid_argument if the fraction is not finite or negative.
Scenario vary_joint(const Scenario& scenario, double fraction, std::uint64_t seed, std::uint64_t index);

/// Another pull of the joint: the same for the parameters of the pull (Parameter::of_pull).
Scenario vary_pull(const Scenario& scenario, double fraction, std::uint64_t seed, std::uint64_t index);

}  // namespace synovia::preset
