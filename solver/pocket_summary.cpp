#include "solver/pocket_summary.hpp"

#include <algorithm>
#include <limits>

#include "solver/locate.hpp"

namespace synovia {
namespace {

/// The largest of a quantity of one pocket, and the step it lies in.
struct Largest {
    double (*quantity)(const PocketSample&);
    double value = -std::numeric_limits<double>::infinity();
    double time = 0.0;
    std::size_t step = 0;

    void offer(const PocketSample& sample, double t, std::size_t k) {
        if (!(quantity(sample) > value)) return;
        value = quantity(sample);
        time = t;
        step = k;
    }
    /// Between the points at which it was offered, in the step and its neighbours.
    void refine(const Trajectory& run, std::size_t pocket) {
        std::vector<PocketSample> samples(run.pocket_shares().size());
        const auto at = [&](std::size_t k, double t) {
            run.pockets_at(k, t, samples);
            return quantity(samples[pocket]);
        };
        const auto times = run.step_times();
        if (times.size() < 2) return;
        const std::size_t first = step == 0 ? 0 : step - 1, last = std::min(step + 1, times.size() - 2);
        for (std::size_t k = first; k <= last; ++k) {
            const double t = golden_maximum([&](double s) { return at(k, s); }, times[k], times[k + 1]);
            if (const double found = at(k, t); found > value) {
                value = found;
                time = t;
            }
        }
    }
};

std::optional<double> firing_time(const Trajectory& run, std::size_t pocket) {
    const EventKind kind = run.scenario().bubble.firing == Firing::blake ? EventKind::nucleation : EventKind::firing;
    for (const Event& e : run.events)
        if (e.kind == kind && e.pocket == pocket) return e.time;
    return std::nullopt;
}

}  // namespace

std::vector<PocketSummary> summarise_pockets(const Trajectory& run) {
    const auto shares = run.pocket_shares();
    std::vector<Largest> tension(shares.size(), {[](const PocketSample& s) { return -s.pressure; }});
    std::vector<Largest> radius(shares.size(), {[](const PocketSample& s) { return s.radius; }});
    std::vector<PocketSample> samples(shares.size());
    const auto times = run.step_times();
    for (std::size_t k = 0; k + 1 < times.size() && !shares.empty(); ++k)
        for (int j = 0; j <= 4; ++j) {
            const double t = times[k] + 0.25 * j * (times[k + 1] - times[k]);
            run.pockets_at(k, t, samples);
            for (std::size_t i = 0; i < shares.size(); ++i) {
                tension[i].offer(samples[i], t, k);
                radius[i].offer(samples[i], t, k);
            }
        }
    if (!shares.empty()) run.pockets_at(run.end_time(), samples);
    std::vector<PocketSummary> pockets;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        tension[i].refine(run, i);
        radius[i].refine(run, i);
        pockets.push_back(
            {shares[i], firing_time(run, i), -tension[i].value, tension[i].time, radius[i].value, samples[i].radius});
    }
    return pockets;
}

}  // namespace synovia
