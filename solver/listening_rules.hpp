// Rules between the parameters of who listens and where: the ears are in the room and outside the body.
#pragma once
#include <vector>

#include "solver/parameters.hpp"

namespace synovia {

/// Adds everything that is wrong. Precondition: every parameter is within its own range.
void check_listening(const Scenario& scenario, std::vector<Problem>& problems);

}  // namespace synovia
