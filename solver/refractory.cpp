#include "solver/refractory.hpp"

#include "solver/dissolution.hpp"
#include "solver/simulate.hpp"
#include "solver/summary.hpp"

namespace synovia {

Refractory refractory(const Scenario& scenario, std::span<const double> rests) {
    const Trajectory first = simulate(scenario);
    Refractory table{{}, summarise(first).peak_level_db_spl, 0.0, first.outcome, first.end_time()};
    if (first.outcome != Outcome::popped) return table;
    table.period = time_until_gone(scenario, first.left_over, longest_rest);
    for (const double rest : rests) {
        const JointStart left = rested(scenario, first.left_over, rest);
        const Trajectory next = simulate(scenario, left);
        const double level = summarise(next).peak_level_db_spl;
        table.rows.push_back({rest, largest_residue(scenario, left), level, level - table.first_level});
        if (finished(next.outcome)) continue;
        table.outcome = next.outcome;
        table.reached = next.end_time();
        break;
    }
    return table;
}

}  // namespace synovia
