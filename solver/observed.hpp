// A model's solution as the observables that a run returns.
#pragma once
#include <memory>
#include <span>
#include <utility>

#include "solver/bubble_model.hpp"
#include "solver/joint_model.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

inline Trajectory observed(const Scenario& scenario, History history, std::shared_ptr<const BubbleModel> model) {
    return {scenario, std::move(history),
            [model](double t, std::span<const double> y) { return model->observe(t, y); }};
}

/// With its pockets, and the gas at the end of the history.
inline Trajectory observed(const Scenario& scenario, History history, std::shared_ptr<const JointModel> model) {
    const std::size_t last = history.steps() == 0 ? 0 : history.steps() - 1;
    JointStart left = model->left_over(history.node(last, history.steps() == 0 ? 0 : History::points_per_step - 1));
    Trajectory trajectory(
        scenario, std::move(history), [model](double t, std::span<const double> y) { return model->observe(t, y); },
        {model->shares(), [model](double t, std::span<const double> y, std::span<PocketSample> samples) {
             model->observe_pockets(t, y, samples);
         }});
    trajectory.left_over = std::move(left);
    return trajectory;
}

}  // namespace synovia
