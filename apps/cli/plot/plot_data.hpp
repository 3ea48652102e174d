// What a picture of a run shows: which stretches of time, which events, which points.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "solver/summary.hpp"
#include "solver/trajectory.hpp"

namespace synovia::cli {

/// A stretch of time [s].
struct Window {
    double start = 0.0;
    double end = 0.0;
};

struct Mark {
    double time = 0.0;  ///< [s]
    std::string text;
};

struct PlotPlan {
    Window run;
    Window burst;                ///< the enlargement
    double reference_time = 0;   ///< zero of the enlargement's axis [s]
    std::string reference_name;  ///< "nucleation": the axis says "Time after nucleation"
    std::vector<Mark> marks;     ///< inside the burst, in order of time
};

/// The enlargement lies around the nucleation of a joint that pops, around the lowest pressure of one that does not,
/// and around the first collapse of a free bubble.
PlotPlan plan_plot(const Trajectory& trajectory, const Summary& summary);

/// Samples at the solver's steps inside the window and between them, dense enough for a smooth line.
std::vector<Sample> sample_window(const Trajectory& trajectory, Window window);

struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// The points a picture `columns` pixels wide can show: of every column the first, lowest, highest and last one.
/// Precondition: x does not decrease.
std::vector<Point> thin_out(std::span<const Point> points, std::size_t columns);

}  // namespace synovia::cli
