// Extrema of any observable over a run, located between the steps.
#pragma once
#include <algorithm>
#include <cmath>
#include <vector>

#include "solver/locate.hpp"
#include "solver/trajectory.hpp"

namespace synovia::test {

struct Extremum {
    double time, value;
};

/// The largest f(sample) of the run: the best of four instants per step, then golden section between its neighbours.
template <class F>
Extremum maximum(const Trajectory& run, F f) {
    const auto steps = run.step_times();
    std::vector<double> times{steps.front()};
    for (std::size_t k = 0; k + 1 < steps.size(); ++k)
        for (int j = 1; j <= 4; ++j) times.push_back(steps[k] + 0.25 * j * (steps[k + 1] - steps[k]));
    const auto at = [&](double t) { return f(run.at(t)); };
    const auto best = std::max_element(times.begin(), times.end(), [&](double a, double b) { return at(a) < at(b); });
    const double left = best == times.begin() ? *best : *(best - 1);
    const double right = best + 1 == times.end() ? *best : *(best + 1);
    const double t = golden_maximum(at, left, right);
    return at(t) >= at(*best) ? Extremum{t, at(t)} : Extremum{*best, at(*best)};
}

template <class F>
Extremum minimum(const Trajectory& run, F f) {
    const Extremum negative = maximum(run, [&](const Sample& s) { return -f(s); });
    return {negative.time, -negative.value};
}

/// Times at which the bubble stops shrinking: U passes zero upwards [s].
inline std::vector<double> radius_minima(const Trajectory& run) {
    const auto U = [&](double t) { return run.at(t).wall_velocity; };
    const auto steps = run.step_times();
    std::vector<double> times;
    for (std::size_t k = 0; k + 1 < steps.size(); ++k)
        if (U(steps[k]) < 0.0 && U(steps[k + 1]) >= 0.0) times.push_back(bisect(U, steps[k], steps[k + 1]));
    return times;
}

/// Mean frequency of an oscillation, from its first to its last minimum of R [Hz].
inline double ringing_frequency(const Trajectory& run) {
    const std::vector<double> minima = radius_minima(run);
    const double first = minima.front(), last = minima.back();
    return static_cast<double>(minima.size() - 1) / (last - first);
}

}  // namespace synovia::test
