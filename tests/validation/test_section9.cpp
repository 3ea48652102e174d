// Claim: four joints, agreed on by two independent programs.
// Reference: tests/bench/joint_equations.py, the same equations written a second time in Python, integrated by SciPy's
// LSODA (rtol 1e-11) and Radau (1e-10), which agree to eight digits.
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
    {"knuckle", knuckle(), -119786.819, 0.0682941, 4.25852834e-3, 3.79265492e-3, 2.713606182e-3, 0.61633219,
     0.0686661073},
    {"slow pull", slow_pull(), -80473.910, 0.6269674, 4.08227373e-7, 3.28213379e-7, 2.752228838e-3, 0.0, 0.0},
    {"nucleus of 1 um", larger_nucleus(), -25072.319, 0.0520516, 4.28310282e-3, 3.81754281e-3, 2.713605898e-3,
     0.105616476, 0.0525194702},
    {"radius of 4 mm", smaller_joint(), -119684.015, 0.0945709, 2.39374904e-3, 2.95406705e-4, 2.904904631e-3,
     0.658768335, 0.0949460593},
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

TEST_CASE("at the tightest tolerance the four joints come out to all digits of the reference") {
    for (const Row& row : rows) check(row, 1e-11, 3e-8, 1e-6, 1e-9);
}
