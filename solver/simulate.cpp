#include "solver/simulate.hpp"

#include <utility>

#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia {

Trajectory simulate(const Scenario& scenario, std::size_t step_limit) {
    if (auto problems = validate(scenario); !problems.empty()) throw InvalidScenario(std::move(problems));
    return row_of(scenario.kind).simulate(scenario, step_limit);
}

}  // namespace synovia
