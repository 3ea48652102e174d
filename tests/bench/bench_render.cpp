// How long it takes to turn the knuckle's trajectory into half a second of sound at 48 kHz, in its two stages.
#include <benchmark/benchmark.h>

#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/simulate.hpp"
#include "tests/bench/cases.hpp"

namespace synovia::bench {
namespace {

constexpr double sample_rate_hz = 48000.0;

void source_strength_of_knuckle(benchmark::State& state) {
    const Trajectory trajectory = simulate(knuckle());
    for (auto _ : state) benchmark::DoNotOptimize(source_strength(trajectory, audio::max_panel_s(sample_rate_hz)));
}
BENCHMARK(source_strength_of_knuckle)->Unit(benchmark::kMillisecond);

void render_half_a_second(benchmark::State& state) {
    const Trajectory trajectory = simulate(knuckle());
    const Emitter joint = emission(trajectory, audio::max_panel_s(sample_rate_hz)).front();
    const audio::Monopole emitter{joint.time, joint.weighted_strength, {{joint.gain, 0.0}}};
    audio::Renderer renderer(sample_rate_hz);
    for (auto _ : state) benchmark::DoNotOptimize(renderer.render({&emitter, 1}, {0.0, 0.5}));
    state.counters["nodes"] = static_cast<double>(joint.time.size());
}
BENCHMARK(render_half_a_second)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace synovia::bench
