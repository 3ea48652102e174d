// What a joint costs under a hand that drags it in real time, in blocks of 5 ms as the instrument does.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <ctime>
#include <vector>

#include "solver/hand.hpp"
#include "solver/joint_stream.hpp"
#include "tests/bench/cases.hpp"

namespace synovia::bench {
namespace {

constexpr double block = 5e-3;  // [s]

struct Move {
    double place, seconds;  // of the preset's way, in which it gets there
};
/// Pulled, let go a little, pulled again by a mouse, let go: 1.2 s.
constexpr std::array moves{Move{1.0, 0.15}, Move{0.4, 0.1}, Move{1.1, 0.03}, Move{0.0, 0.05}};
constexpr double pause = 0.3;  // from one move to the next [s]

/// Processor time of a drag, and of its dearest block [s].
struct Cost {
    double all = 0.0, worst = 0.0;
};

Cost drag(const Scenario& scenario) {
    JointStream stream(scenario);
    Hand hand;
    Cost cost;
    for (const Move& move : moves) {
        hand.move_to(move.place * scenario.traction.distance, move.seconds);
        for (double end = stream.time() + pause; stream.time() + 0.5 * block < end;) {
            HandPoint point = hand.step(block);
            point.rise_time = move.seconds;
            const std::clock_t start = std::clock();
            benchmark::DoNotOptimize(stream.advance(stream.time() + block, point));
            const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
            cost.all += seconds;
            cost.worst = std::max(cost.worst, seconds);
        }
    }
    return cost;
}

/// Another joint each time. Counters: share of real time on one core, the dearest block [ms], the median joint's
/// dearest block [ms].
void dragged_crack(benchmark::State& state) {
    std::vector<double> worst;
    double all = 0.0;
    std::uint64_t seed = 0;
    for (auto _ : state) {
        Scenario s = crack(1);
        s.joint.pockets = static_cast<double>(state.range(0));
        s.joint.pocket_weights.clear();
        s.bubble.strength_draws.clear();
        ++seed;
        const Cost cost = drag(draw_take(draw_joint(s, seed), seed));
        worst.push_back(1e3 * cost.worst);
        all += cost.all;
        state.SetIterationTime(cost.all);
    }
    std::sort(worst.begin(), worst.end());
    state.counters["share"] = all / (static_cast<double>(worst.size() * moves.size()) * pause);
    state.counters["worst_block_ms"] = worst.back();
    state.counters["median_worst_block_ms"] = worst[worst.size() / 2];
}
BENCHMARK(dragged_crack)->Arg(1)->Arg(5)->Iterations(100)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace synovia::bench
