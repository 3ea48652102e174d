// The rows of the parameter table that belong to a spine.
#pragma once
#include <span>

#include "solver/parameters.hpp"

namespace synovia {

std::span<const Parameter> spine_parameters();

}  // namespace synovia
