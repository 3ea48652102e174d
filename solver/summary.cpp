#include "solver/summary.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "solver/decibel.hpp"
#include "solver/kinds.hpp"
#include "solver/locate.hpp"

namespace synovia {
namespace {

/// A quantity to be maximised over the run, with the best sample met so far.
template <class F>
struct Maximum {
    F quantity;
    double best = -std::numeric_limits<double>::infinity();
    std::size_t index = 0;  ///< of the best sample

    void offer(const Sample& sample, std::size_t i) {
        const double y = quantity(sample);
        if (y > best) {
            best = y;
            index = i;
        }
    }
    /// Time of the maximum, refined between the samples next to the best one [s].
    double time(const Trajectory& trajectory, const std::vector<double>& times) const {
        const double a = times[index == 0 ? 0 : index - 1], b = times[std::min(index + 1, times.size() - 1)];
        const double t = golden_maximum([&](double s) { return quantity(trajectory.at(s)); }, a, b);
        return quantity(trajectory.at(t)) >= best ? t : times[index];
    }
};
template <class F>
Maximum(F) -> Maximum<F>;

/// Four instants per solver step, and the end [s].
std::vector<double> sample_times(const Trajectory& trajectory) {
    const auto steps = trajectory.step_times();
    std::vector<double> times;
    times.reserve(4 * steps.size());
    for (std::size_t k = 0; k + 1 < steps.size(); ++k)
        for (int j = 0; j < 4; ++j) times.push_back(steps[k] + 0.25 * j * (steps[k + 1] - steps[k]));
    times.push_back(steps.back());
    return times;
}

/// Did the run reach its end, and is there something that could be cut off? A bubble that vanished is silent from then
/// on, and before a pop a joint only gives way slowly.
bool sounds_at_its_end(const Trajectory& trajectory, const Summary& s) {
    if (trajectory.outcome != Outcome::popped && trajectory.outcome != Outcome::completed) return false;
    const bool waits = row_of(trajectory.scenario().kind).awaits_nucleation;
    return s.peak_pressure > 0.0 && (!waits || s.nucleation_time.has_value());
}

}  // namespace

Summary summarise(const Trajectory& trajectory) {
    Maximum tension{[](const Sample& s) { return -s.gap_pressure; }};
    Maximum largest{[](const Sample& s) { return s.radius; }};
    Maximum smallest{[](const Sample& s) { return -s.radius; }};
    Maximum loudest{[](const Sample& s) { return std::abs(s.pressure); }};
    Maximum fastest{[](const Sample& s) { return std::abs(s.wall_velocity); }};
    Maximum open{[](const Sample& s) { return s.gap; }};
    Maximum widest{[](const Sample& s) { return 2.0 * s.radius - s.gap; }};
    const std::vector<double> times = sample_times(trajectory);
    for (std::size_t i = 0; i < times.size(); ++i) {
        const Sample sample = trajectory.at(times[i]);
        tension.offer(sample, i);
        largest.offer(sample, i);
        smallest.offer(sample, i);
        loudest.offer(sample, i);
        fastest.offer(sample, i);
        widest.offer(sample, i);
        open.offer(sample, i);
    }

    Summary s;
    s.min_gap_pressure_time = tension.time(trajectory, times);
    s.min_gap_pressure = trajectory.at(s.min_gap_pressure_time).gap_pressure;
    s.max_radius_time = largest.time(trajectory, times);
    s.max_radius = trajectory.at(s.max_radius_time).radius;
    s.min_radius_time = smallest.time(trajectory, times);
    s.min_radius = trajectory.at(s.min_radius_time).radius;
    s.max_wall_speed = std::abs(trajectory.at(fastest.time(trajectory, times)).wall_velocity);
    s.peak_pressure_time = loudest.time(trajectory, times);
    s.peak_pressure = std::abs(trajectory.at(s.peak_pressure_time).pressure);
    s.peak_level_db_spl = db_spl(s.peak_pressure);
    const Sample wide = trajectory.at(widest.time(trajectory, times));
    const Sample end = trajectory.at(trajectory.end_time());
    s.final_radius = end.radius;
    s.final_gap = end.gap;
    s.gas_mol = end.gas_mol;
    for (const Event& event : trajectory.events)  // in order of time: the first pocket's
        if (event.kind == EventKind::nucleation && !s.nucleation_time) s.nucleation_time = event.time;
    s.pockets = summarise_pockets(trajectory);
    Extremes extremes{s.max_wall_speed, s.min_radius, 2.0 * wide.radius, std::max(wide.gap, 0.0)};
    extremes.max_radius = s.max_radius;
    extremes.max_gap = trajectory.at(open.time(trajectory, times)).gap;
    if (sounds_at_its_end(trajectory, s)) extremes.end_share = std::abs(end.pressure) / s.peak_pressure;
    if (trajectory.outcome == Outcome::no_nucleation) extremes.unfinished_from = trajectory.end_time();
    s.warnings = warnings(trajectory.scenario(), extremes);
    return s;
}

}  // namespace synovia
