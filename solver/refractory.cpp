#include "solver/refractory.hpp"

#include "solver/dissolution.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"

namespace synovia {

Refractory refractory(const Scenario& scenario, std::span<const double> rests) {
    const Trajectory first = simulate(scenario);
    Refractory table;
    table.first_level = summarise(first).peak_level_db_spl;
    table.period = time_until_gone(scenario, first.left_over, longest_rest);
    for (const double rest : rests) {
        const JointStart left = rested(scenario, first.left_over, rest);
        const double level = summarise(simulate(scenario, left)).peak_level_db_spl;
        table.rows.push_back({rest, largest_residue(scenario, left), level, level - table.first_level});
    }
    return table;
}

}  // namespace synovia
