#include "apps/cli/plot/plot_data.hpp"

#include <algorithm>
#include <cmath>

#include "apps/studio/human.hpp"
#include "solver/blake.hpp"
#include "solver/kinds.hpp"

namespace synovia::cli {
namespace {

const Event* first_of(const Trajectory& trajectory, EventKind kind) {
    const auto found = std::ranges::find(trajectory.events, kind, &Event::kind);
    return found == trajectory.events.end() ? nullptr : &*found;
}

Window clipped(double start, double end, const Window& run) {
    return {std::max(start, run.start), std::min(end, run.end)};
}

void add_mark(PlotPlan& plan, const Event* event, const char* text) {
    if (event != nullptr && event->time >= plan.burst->window.start && event->time <= plan.burst->window.end)
        plan.marks.push_back({event->time, text});
}

/// Ten times the burst's own rise, and long enough to show the bones part.
void plan_pop(PlotPlan& plan, const Trajectory& trajectory, double nucleation) {
    const Event* largest = first_of(trajectory, EventKind::first_maximum);
    const Event* apart = first_of(trajectory, EventKind::separation);
    double length = 0.05 * plan.run.end;
    if (largest != nullptr) length = 10.0 * (largest->time - nucleation);
    if (apart != nullptr && apart->time > nucleation && apart->time - nucleation < 2.0 * length)
        length = std::max(length, 2.0 * (apart->time - nucleation));
    plan.burst = {clipped(nucleation - 0.15 * length, nucleation + length, plan.run), nucleation, "nucleation"};
    plan.marks.push_back({nucleation, "bubble nucleates"});
    add_mark(plan, largest, "first maximum of the bubble");
    add_mark(plan, first_of(trajectory, EventKind::recontraction), "first re-contraction");
    add_mark(plan, apart, "bones part fastest");
}

/// All that tear, and the sound of the last one.
void plan_crack(PlotPlan& plan, const Trajectory& trajectory, const Summary& summary) {
    constexpr double sound_s = 3e-3;
    double first = plan.run.end, last = plan.run.start;
    for (const PocketSummary& pocket : summary.pockets) {
        if (!pocket.firing_time) continue;
        first = std::min(first, *pocket.firing_time);
        last = std::max(last, *pocket.firing_time);
    }
    const double length = last - first + sound_s;
    plan.burst = {clipped(first - 0.1 * length, last + sound_s, plan.run), first, "the first pocket tears"};
    plan.marks.push_back({first, "first pocket tears"});
    if (last > first) plan.marks.push_back({last, "last pocket tears"});
    add_mark(plan, first_of(trajectory, EventKind::separation), "bones part fastest");
}

std::vector<double> minima(const Trajectory& trajectory) {
    std::vector<double> times;
    for (const Event& event : trajectory.events)
        if (event.kind == EventKind::recontraction) times.push_back(event.time);
    return times;
}

/// Three swings, and how long one takes.
void plan_swings(PlotPlan& plan, const std::vector<double>& minimum) {
    const double period = minimum[1] - minimum[0];
    plan.burst = {clipped(minimum[0] - period, minimum[0] + 2.0 * period, plan.run), minimum[0], "the first minimum"};
    std::string duration = studio::with_prefix(std::stod(studio::significant(period, 3)), "s");
    if (const auto micro = duration.find("us"); micro != std::string::npos) duration.replace(micro, 1, "µ");
    plan.marks = {{minimum[0], "first minimum"}, {minimum[1], "one swing: " + duration}};
}

/// As wide as the collapse is sharp: fifteen times R_min over the fastest wall speed.
void plan_collapse(PlotPlan& plan, const Trajectory& trajectory, const Summary& summary, double minimum) {
    const double half = std::min(15.0 * summary.min_radius / summary.max_wall_speed, 1.5 * minimum);
    plan.burst = {clipped(minimum - half, minimum + half, plan.run), minimum, "the first collapse"};
    add_mark(plan, first_of(trajectory, EventKind::first_maximum), "largest radius");
    plan.marks.push_back({minimum, "first collapse"});
}

/// When the liquid first pulls harder than the nucleus can hold [s].
std::optional<double> threshold_passed(const Trajectory& trajectory) {
    const double threshold = blake_threshold(trajectory.scenario());
    for (const double t : trajectory.step_times())
        if (trajectory.at(t).gap_pressure < threshold) return t;
    return {};
}

void plan_free_bubble(PlotPlan& plan, const Trajectory& trajectory, const Summary& summary) {
    const std::vector<double> minimum = minima(trajectory);
    if (swing_frequency(trajectory))
        plan_swings(plan, minimum);
    else if (!minimum.empty() && summary.max_wall_speed > 0.0)
        plan_collapse(plan, trajectory, summary, minimum[0]);
    else if (const auto passed = threshold_passed(trajectory))
        plan.marks.push_back({*passed, "Blake threshold passed"});
}

}  // namespace

std::optional<double> swing_frequency(const Trajectory& trajectory) {
    if (row_of(trajectory.scenario().kind).awaits_nucleation) return {};
    const std::vector<double> minimum = minima(trajectory);
    if (minimum.size() < 4) return {};
    return static_cast<double>(minimum.size() - 1) / (minimum.back() - minimum.front());
}

PlotPlan plan_plot(const Trajectory& trajectory, const Summary& summary) {
    PlotPlan plan;
    plan.run = {0.0, trajectory.end_time()};
    if (!row_of(trajectory.scenario().kind).awaits_nucleation)
        plan_free_bubble(plan, trajectory, summary);
    else if (summary.nucleation_time && summary.pockets.size() > 1)
        plan_crack(plan, trajectory, summary);
    else if (summary.nucleation_time)
        plan_pop(plan, trajectory, *summary.nucleation_time);
    else
        plan.marks.push_back({summary.min_gap_pressure_time, "lowest pressure: no pop"});
    std::ranges::stable_sort(plan.marks, {}, &Mark::time);
    return plan;
}

std::vector<double> times_in(const Trajectory& trajectory, const Window& window) {
    constexpr int grid = 1000;
    std::vector<double> times;
    for (const double t : trajectory.step_times())
        if (t >= window.start && t <= window.end) times.push_back(t);
    for (int i = 0; i <= grid; ++i) times.push_back(std::lerp(window.start, window.end, i / static_cast<double>(grid)));
    std::ranges::sort(times);
    return times;
}

std::vector<Sample> sample_window(const Trajectory& trajectory, const Window& window) {
    std::vector<Sample> samples;
    for (const double t : times_in(trajectory, window)) samples.push_back(trajectory.at(t));
    return samples;
}

std::vector<Point> thin_out(std::span<const Point> points, std::size_t columns) {
    std::vector<Point> kept;
    if (points.empty()) return kept;
    const double start = points.front().x;
    const double width = (points.back().x - start) / static_cast<double>(columns);
    const auto column_of = [&](const Point& p) { return width > 0.0 ? std::floor((p.x - start) / width) : 0.0; };
    for (std::size_t begin = 0; begin < points.size();) {
        std::size_t end = begin + 1;
        while (end < points.size() && column_of(points[end]) == column_of(points[begin])) ++end;
        const auto column = points.subspan(begin, end - begin);
        const auto [low, high] = std::ranges::minmax_element(column, {}, &Point::y);
        std::vector<std::size_t> chosen{0, static_cast<std::size_t>(low - column.begin()),
                                        static_cast<std::size_t>(high - column.begin()), column.size() - 1};
        std::ranges::sort(chosen);
        chosen.erase(std::unique(chosen.begin(), chosen.end()), chosen.end());
        for (const std::size_t i : chosen) kept.push_back(column[i]);
        begin = end;
    }
    return kept;
}

}  // namespace synovia::cli
