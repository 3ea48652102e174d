// One run of a model from rest to its end: integration, events, outcome.
#pragma once
#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "solver/events.hpp"
#include "solver/integrate.hpp"
#include "solver/kinds.hpp"
#include "solver/locate.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

/// Where integration must stop and restart: knots inside the run, then its end. Sorted, without repeats [s].
inline std::vector<double> stops(std::vector<double> knots, double begin, double end) {
    std::erase_if(knots, [&](double t) { return !(t > begin && t < end); });
    knots.push_back(end);
    std::sort(knots.begin(), knots.end());
    knots.erase(std::unique(knots.begin(), knots.end()), knots.end());
    return knots;
}

/// The bone moves fastest after the pop: the largest gap rate from step `first` on.
template <class Model>
Event separation(const Model& model, const History& history, std::size_t first) {
    const auto times = history.times();
    const auto rate_at_end = [&](std::size_t k) { return model.gap_rate(times[k + 1], history.node(k, 4)); };
    std::size_t best = first;
    for (std::size_t k = first; k < history.steps(); ++k)
        if (rate_at_end(k) > rate_at_end(best)) best = k;

    std::array<double, Model::size> y;
    const auto rate_at = [&](double t) {
        history.evaluate(history.step_at(t), t, y);
        return model.gap_rate(t, y);
    };
    const double t = golden_maximum(rate_at, times[best], times[std::min(best + 2, history.steps())]);
    const double rate = rate_at(t);
    return {EventKind::separation, t, model.radius(y), rate};
}

/// Integrates a scenario without problems, of which `model` was made, from this scaled state at time `begin` [s] to
/// its end.
template <class Model>
Trajectory run_from(const Scenario& scenario, std::shared_ptr<const Model> model, double begin,
                    const std::array<double, Model::size>& state, std::size_t step_limit) {
    const auto start = std::chrono::steady_clock::now();
    Integrator<Model> integrator(*model, scenario.simulation.relative_tolerance);
    integrator.start(begin, state);
    History history(Model::size);
    history.start(begin, state);
    const StepSink sink = [&](double t1, std::span<const double> nodes) { history.append(t1, nodes); };

    std::optional<Outcome> stopped;
    for (const double t : stops(model->knots(), begin, scenario.simulation.duration))
        if ((stopped = integrator.advance(t, step_limit - integrator.statistics().steps, sink))) break;

    std::vector<Event> events;
    EventScanner<Model> scanner(scenario);
    for (std::size_t k = 0; k < history.steps(); ++k) scanner.scan(*model, history, k, events);
    if (row_of(scenario.kind).has_gap && scanner.nucleated())
        events.push_back(separation(*model, history, history.step_at(events.front().time)));
    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.time < b.time; });

    Trajectory trajectory(scenario, std::move(history),
                          [model](double t, std::span<const double> y) { return model->observe(t, y); });
    trajectory.outcome = scanner.outcome(stopped);
    trajectory.events = std::move(events);
    trajectory.statistics = integrator.statistics();
    trajectory.statistics.wall_time = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return trajectory;
}

/// Integrates a scenario without problems from rest at t = 0 to its end.
template <class Model>
Trajectory run(const Scenario& scenario, std::size_t step_limit) {
    const auto model = std::make_shared<const Model>(scenario);
    return run_from(scenario, model, 0.0, model->rest(), step_limit);
}

}  // namespace synovia
