// Defaults of a spine, and the rules between its parameters.
#pragma once
#include <vector>

#include "solver/parameters.hpp"

namespace synovia {

/// The preset "thrust-l45": facets of 165 mm2, a thrust of 14 N m on L4 in 0.12 s.
Scenario default_spine();

/// Appends what is wrong with a spine whose parameters are sane one by one.
void check_spine(const Scenario& scenario, std::vector<Problem>& problems);

/// Appends what has not been drawn yet, and a run of it needs.
void check_spine_run(const Scenario& scenario, std::vector<Problem>& problems);

/// What is wrong with a table of levels: one missing, given twice, or with a value outside its column's range.
std::vector<std::string> check_levels(const std::vector<SpineLevel>& levels);

}  // namespace synovia
