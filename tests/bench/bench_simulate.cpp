// How long simulate() takes: every case at the default tolerance, at a coarse one and at the tightest on offer.
#include <benchmark/benchmark.h>

#include <string>

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/bench/cases.hpp"

namespace synovia::bench {
namespace {

void simulate_at(benchmark::State& state, Scenario scenario, double tolerance) {
    scenario.simulation.relative_tolerance = tolerance;
    std::size_t steps = 0;
    for (auto _ : state) {
        const Trajectory trajectory = simulate(scenario);
        if (!finished(trajectory.outcome)) state.SkipWithError("did not reach the end");
        steps = trajectory.statistics.steps;
    }
    state.counters["steps"] = static_cast<double>(steps);
}

void add(const std::string& name, const Scenario& scenario) {
    const auto add_one = [&](const std::string& accuracy, double tolerance) {
        benchmark::RegisterBenchmark(("simulate/" + name + "/" + accuracy).c_str(), simulate_at, scenario, tolerance)
            ->Unit(benchmark::kMillisecond);
    };
    add_one("coarse", 1e-4);
    add_one("default", default_scenario(scenario.kind).simulation.relative_tolerance);
    add_one("tightest", 1e-11);
}

[[maybe_unused]] const bool added = [] {
    add("knuckle", knuckle());
    add("slow_pull", slow_pull());
    add("large_nucleus", large_nucleus());
    add("small_joint", small_joint());
    add("one_pocket", crack(1));
    add("five_pockets", crack(5));
    add("ultrasound", ultrasound());
    add("tension_pulse", tension_pulse());
    return true;
}();

}  // namespace
}  // namespace synovia::bench
