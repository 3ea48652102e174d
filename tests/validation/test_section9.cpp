// Claim: four joints, agreed on by two independent programs.
// Reference: tests/bench/joint_equations.py, the same equations written a second time in Python, integrated by SciPy's
// LSODA (rtol = atol = 1e-11), extrema located on its dense output.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "solver/simulate.hpp"
#include "solver/summary.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

struct Row {
    std::string name;
    Scenario scenario;
    double min_pressure, min_pressure_time, max_radius, final_radius, final_opening;
    double peak_pressure, peak_pressure_time;  // 0: silent
};

Scenario knuckle() { return {}; }
Scenario slow_pull() {
    Scenario s;
    s.traction.rise_time = 1.0;
    s.simulation.duration = 1.5;
    return s;
}
Scenario larger_nucleus() {
    Scenario s;
    s.bubble.nucleus_radius = 1e-6;
    return s;
}
Scenario smaller_joint() {
    Scenario s;
    s.joint.articular_radius = 4e-3;
    return s;
}

const std::vector<Row> rows{
    {"knuckle", knuckle(), -119786.8191, 0.0682941088, 4.258528335e-3, 3.792654924e-3, 2.713606182e-3, 0.61633219,
     0.0686661073},
    {"slow pull", slow_pull(), -80473.91037, 0.626967391, 4.082273726e-7, 3.282133788e-7, 2.752228838e-3, 0.0, 0.0},
    {"nucleus of 1 um", larger_nucleus(), -25072.31868, 0.0520516159, 4.283102816e-3, 3.817542805e-3, 2.713605898e-3,
     0.105616476, 0.0525194704},
    {"radius of 4 mm", smaller_joint(), -119684.0147, 0.0945709138, 2.393749037e-3, 2.954067052e-4, 2.904904631e-3,
     0.658768335, 0.0949460594},
};

/// Every number of the row to `values`; times of extrema, which are flat, to `times`; silence below `silence` [Pa].
void check(const Row& row, double tolerance, double values, double times, double silence) {
    INFO(row.name);
    Scenario s = row.scenario;
    s.simulation.relative_tolerance = tolerance;
    const Summary found = summarise(simulate(s));
    CHECK(relative_error(found.min_gap_pressure, row.min_pressure) < values);
    CHECK(relative_error(found.min_gap_pressure_time, row.min_pressure_time) < times);
    CHECK(relative_error(found.max_radius, row.max_radius) < values);
    CHECK(relative_error(found.final_radius, row.final_radius) < values);
    CHECK(relative_error(found.final_gap - s.joint.resting_gap, row.final_opening) < values);
    CHECK(found.nucleation_time.has_value() == (row.peak_pressure > 0.0));
    if (row.peak_pressure == 0.0) {
        CHECK(found.peak_pressure < silence);
    } else {
        CHECK(relative_error(found.peak_pressure, row.peak_pressure) < values);
        CHECK(relative_error(found.peak_pressure_time, row.peak_pressure_time) < times);
    }
}

}  // namespace

TEST_CASE("at the default tolerance the four joints come out to five digits") {
    for (const Row& row : rows) check(row, Simulation{}.relative_tolerance, 1e-5, 2e-4, 1e-8);
}

TEST_CASE("at the tightest tolerance the four joints come out to eight digits") {
    for (const Row& row : rows) check(row, 1e-11, 1e-8, 1e-6, 1e-9);
}
