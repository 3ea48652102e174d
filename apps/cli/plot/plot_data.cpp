#include "apps/cli/plot/plot_data.hpp"

#include <algorithm>
#include <cmath>

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
    if (event != nullptr && event->time >= plan.burst.start && event->time <= plan.burst.end)
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
    plan.burst = clipped(nucleation - 0.15 * length, nucleation + length, plan.run);
    plan.reference_time = nucleation;
    plan.reference_name = "nucleation";
    plan.marks.push_back({nucleation, "bubble nucleates"});
    add_mark(plan, largest, "first maximum of the bubble");
    add_mark(plan, first_of(trajectory, EventKind::recontraction), "first re-contraction");
    add_mark(plan, apart, "bones part fastest");
}

void plan_silence(PlotPlan& plan, const Summary& summary) {
    const double lowest = summary.min_gap_pressure_time;
    const double half = 0.1 * plan.run.end;
    plan.burst = clipped(lowest - half, lowest + half, plan.run);
    plan.reference_time = lowest;
    plan.reference_name = "lowest pressure";
    plan.marks.push_back({lowest, "lowest pressure: no nucleation"});
}

/// As wide as the collapse is sharp: fifteen times R_min over the fastest wall speed.
double collapse_half_width(const Summary& summary, double widest) {
    if (summary.max_wall_speed <= 0.0) return widest;
    return std::min(15.0 * summary.min_radius / summary.max_wall_speed, widest);
}

void plan_free_bubble(PlotPlan& plan, const Trajectory& trajectory, const Summary& summary) {
    const Event* minimum = first_of(trajectory, EventKind::recontraction);
    const Event* largest = first_of(trajectory, EventKind::first_maximum);
    double half = 0.2 * plan.run.end;
    if (minimum != nullptr) {
        plan.reference_time = minimum->time;
        plan.reference_name = summary.min_radius < 0.5 * summary.max_radius ? "first collapse" : "first minimum";
        half = collapse_half_width(summary, 1.5 * minimum->time);
    } else {
        plan.reference_time = summary.peak_pressure_time;
        plan.reference_name = "loudest moment";
    }
    plan.burst = clipped(plan.reference_time - half, plan.reference_time + half, plan.run);
    add_mark(plan, largest, "largest radius");
    plan.marks.push_back({plan.reference_time, plan.reference_name});
}

}  // namespace

PlotPlan plan_plot(const Trajectory& trajectory, const Summary& summary) {
    PlotPlan plan;
    plan.run = {0.0, trajectory.end_time()};
    if (!row_of(trajectory.scenario().kind).awaits_nucleation)
        plan_free_bubble(plan, trajectory, summary);
    else if (summary.nucleation_time)
        plan_pop(plan, trajectory, *summary.nucleation_time);
    else
        plan_silence(plan, summary);
    std::ranges::stable_sort(plan.marks, {}, &Mark::time);
    return plan;
}

std::vector<Sample> sample_window(const Trajectory& trajectory, Window window) {
    constexpr int grid = 1000;
    std::vector<double> times;
    for (const double t : trajectory.step_times())
        if (t >= window.start && t <= window.end) times.push_back(t);
    for (int i = 0; i <= grid; ++i) times.push_back(std::lerp(window.start, window.end, i / static_cast<double>(grid)));
    std::ranges::sort(times);
    std::vector<Sample> samples;
    samples.reserve(times.size());
    for (const double t : times) samples.push_back(trajectory.at(t));
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
