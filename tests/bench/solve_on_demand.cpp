// Solves the knuckle once per line of standard input, a relative tolerance, and answers with a line of
//   seconds p_min R_max R_end x_end peak_pressure
// in SI, seconds of processor time. The comparison with LSODA drives it, so that both are timed in turns on the same
// machine.
#include <ctime>
#include <iostream>

#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/bench/cases.hpp"

int main() {
    std::cout.precision(17);
    synovia::Scenario scenario = synovia::bench::knuckle();
    while (std::cin >> scenario.simulation.relative_tolerance) {
        const std::clock_t start = std::clock();
        const synovia::Trajectory trajectory = synovia::simulate(scenario);
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        const synovia::Summary s = synovia::summarise(trajectory);
        std::cout << seconds << ' ' << s.min_gap_pressure << ' ' << s.max_radius << ' ' << s.final_radius << ' '
                  << s.final_gap - scenario.joint.resting_gap << ' ' << s.peak_pressure << std::endl;
    }
}
