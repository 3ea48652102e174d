// What a picture of a run shows: which stretches of time, which events, which points.
#pragma once
#include <optional>
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

/// What is drawn larger, because it is over too soon to be seen in the whole run.
struct Burst {
    Window window;
    double reference_time = 0.0;  ///< zero of the enlargement's axis [s]
    std::string reference_name;   ///< "nucleation"
};

struct PlotPlan {
    Window run;
    std::optional<Burst> burst;  ///< absent where nothing happens faster than the run
    std::vector<Mark> marks;     ///< inside the burst, or else the run, in order of time
};

/// A joint that pops is enlarged around its nucleation, one with pockets from the first to tear to the last, a free
/// bubble around its first collapse or its first swings. A joint that stays silent is drawn as a whole, with its lowest
/// pressure marked, a bubble that only grows with the passing of its Blake threshold.
PlotPlan plan_plot(const Trajectory& trajectory, const Summary& summary);

/// The frequency at which a free bubble swings by itself, from its first minimum to its last [Hz]; absent for fewer
/// than four minima, and for a joint.
std::optional<double> swing_frequency(const Trajectory& trajectory);

/// The solver's steps inside the window and times between them, dense enough for a smooth line [s].
std::vector<double> times_in(const Trajectory& trajectory, const Window& window);

/// Samples at the solver's steps inside the window and between them, dense enough for a smooth line.
std::vector<Sample> sample_window(const Trajectory& trajectory, const Window& window);

struct Point {
    double x = 0.0;
    double y = 0.0;
};

/// The points a picture `columns` pixels wide can show: of every column the first, lowest, highest and last one.
/// Precondition: x does not decrease.
std::vector<Point> thin_out(std::span<const Point> points, std::size_t columns);

}  // namespace synovia::cli
