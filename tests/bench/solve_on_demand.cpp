// Solves the knuckle once per line of standard input, a relative tolerance, and answers with a line of
//   seconds p_min R_max R_end x_end peak_pressure
// in SI, seconds of processor time. A second word asks for a crack in that many pockets instead. The comparisons with
// LSODA and with another release drive it, so that both are timed in turns on the same machine.
#include <ctime>
#include <iostream>
#include <sstream>
#include <string>

#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/bench/cases.hpp"

int main() {
    std::cout.precision(17);
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        double tolerance = 0.0;
        int pockets = 0;
        words >> tolerance >> pockets;
        synovia::Scenario scenario = pockets > 0 ? synovia::bench::crack(pockets) : synovia::bench::knuckle();
        scenario.simulation.relative_tolerance = tolerance;
        const std::clock_t start = std::clock();
        const synovia::Trajectory trajectory = synovia::simulate(scenario);
        const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        const synovia::Summary s = synovia::summarise(trajectory);
        std::cout << seconds << ' ' << s.min_gap_pressure << ' ' << s.max_radius << ' ' << s.final_radius << ' '
                  << s.final_gap - scenario.joint.resting_gap << ' ' << s.peak_pressure << std::endl;
    }
}
