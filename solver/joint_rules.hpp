// Rules between a joint's parameters that are sane by themselves.
#pragma once
#include <vector>

#include "solver/joint_start.hpp"
#include "solver/parameters.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// How many pockets the scenario says its gap has; 0 while that has to be drawn.
std::size_t pocket_count(const Scenario& scenario);

void check_joint(const Scenario& scenario, std::vector<Problem>& problems);

/// A run needs shares and draws (draw.hpp), and a start with one entry per pocket.
void check_joint_run(const Scenario& scenario, const JointStart& start, std::vector<Problem>& problems);

}  // namespace synovia
