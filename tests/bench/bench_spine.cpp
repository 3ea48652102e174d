// What a back costs: a thrust with its sixteen facets beside one knuckle, and two hundred people on one core and on
// two.
#include <benchmark/benchmark.h>

#include <ctime>

#include "apps/studio/population.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/bench/cases.hpp"

namespace synovia::bench {
namespace {

/// Processor time of one run [s].
double cost(const Scenario& scenario) {
    const std::clock_t start = std::clock();
    benchmark::DoNotOptimize(simulate(scenario));
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

/// In turns, so that both meet the same machine. Counter "knuckles": how many knuckles one thrust costs.
void thrust_beside_knuckle(benchmark::State& state) {
    double thrusts = 0.0, knuckles = 0.0;
    for (auto _ : state) {
        knuckles += cost(knuckle());
        const double thrust = cost(default_scenario(Kind::spine));
        thrusts += thrust;
        state.SetIterationTime(thrust);
    }
    state.counters["knuckles"] = thrusts / knuckles;
}
BENCHMARK(thrust_beside_knuckle)->UseManualTime()->Unit(benchmark::kMillisecond);

void two_hundred_people(benchmark::State& state) {
    const Scenario scenario = default_scenario(Kind::spine);
    const auto workers = static_cast<std::size_t>(state.range(0));
    for (auto _ : state) benchmark::DoNotOptimize(studio::simulate_population(scenario, 1, 200, workers, [] {}));
}
BENCHMARK(two_hundred_people)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace synovia::bench
