// Watches a joint's steps for what changes its equations: a nucleus that fires, a bubble that is a nucleus again.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "solver/integrate.hpp"
#include "solver/joint_model.hpp"
#include "solver/trajectory.hpp"

namespace synovia {

class JointWatch {
public:
    explicit JointWatch(const JointModel& model)
        : model_(model),
          y_(model.size()),
          cut_(History::points_per_step * model.size()),
          excess_(model.pockets()),
          excess_at_(History::points_per_step * model.pockets()),
          samples_(model.pockets()) {}

    /// Takes the step from t0 to t1 (shape of points: 5 x size) into the history, up to the first change in it, whose
    /// events it appends; answers with the state after the change.
    std::optional<Restart> take(double t0, double t1, std::span<const double> points, History& history,
                                std::vector<Event>& events);

private:
    bool changes(double t, std::span<const double> y);
    std::optional<double> first_dip() const;
    std::optional<double> first_change(double t0, double t1, std::span<const double> points);
    void turn(std::span<double> y) const;
    bool fire(double t, std::span<double> y, double least, bool all, std::vector<Event>& events);
    void close(double t, std::span<double> y, std::vector<Event>& events) const;

    const JointModel& model_;
    std::vector<double> y_, cut_, excess_;
    std::vector<double> excess_at_;  // the points of a step (shape: 5 x pockets)
    std::vector<PocketSample> samples_;
};

}  // namespace synovia
