#include "solver/trajectory.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace synovia {

std::string_view name(Outcome outcome) {
    switch (outcome) {
        case Outcome::popped:
            return "popped";
        case Outcome::no_nucleation:
            return "no_nucleation";
        case Outcome::completed:
            return "completed";
        case Outcome::vanished:
            return "vanished";
        case Outcome::supersonic:
            return "supersonic";
        case Outcome::step_limit:
            return "step_limit";
        case Outcome::step_underflow:
            return "step_underflow";
        case Outcome::non_finite:
            return "non_finite";
    }
    return "unknown";
}

bool finished(Outcome outcome) {
    return outcome == Outcome::popped || outcome == Outcome::no_nucleation || outcome == Outcome::completed ||
           outcome == Outcome::vanished;
}

std::string_view name(EventKind kind) {
    switch (kind) {
        case EventKind::nucleation:
            return "nucleation";
        case EventKind::first_maximum:
            return "first_maximum";
        case EventKind::recontraction:
            return "recontraction";
        case EventKind::separation:
            return "separation";
    }
    return "unknown";
}

void Statistics::add(const Statistics& other) {
    steps += other.steps;
    implicit_steps += other.implicit_steps;
    rejected_steps += other.rejected_steps;
    rhs_evaluations += other.rhs_evaluations;
    wall_time += other.wall_time;
}

void History::start(double t, std::span<const double> y) {
    assert(y.size() == size_);
    times_.assign(1, t);
    nodes_.assign(y.begin(), y.end());
}

void History::append(double t1, std::span<const double> nodes) {
    assert(!times_.empty() && t1 > times_.back() && nodes.size() == 4 * size_);
    times_.push_back(t1);
    nodes_.insert(nodes_.end(), nodes.begin(), nodes.end());
}

std::size_t History::step_at(double t) const {
    if (steps() == 0) return 0;
    const auto right = std::upper_bound(times_.begin(), times_.end(), t);
    const auto index =
        std::clamp<std::ptrdiff_t>(right - times_.begin() - 1, 0, static_cast<std::ptrdiff_t>(times_.size()) - 2);
    return static_cast<std::size_t>(index);
}

void History::evaluate(std::size_t k, double t, std::span<double> y) const {
    assert(y.size() == size_ && (k < steps() || k == 0));
    if (steps() == 0) {
        std::copy(nodes_.begin(), nodes_.end(), y.begin());
        return;
    }
    // Lagrange polynomial through theta = 0, 1/4, 1/2, 3/4, 1 with x = 4 theta
    const double x = 4.0 * (t - times_[k]) / (times_[k + 1] - times_[k]);
    const double a = x, b = x - 1.0, c = x - 2.0, d = x - 3.0, e = x - 4.0;
    const std::array<double, points_per_step> weight{b * c * d * e / 24.0, -a * c * d * e / 6.0, a * b * d * e / 4.0,
                                                     -a * b * c * e / 6.0, a * b * c * d / 24.0};
    const double* node = nodes_.data() + 4 * size_ * k;
    for (std::size_t i = 0; i < size_; ++i) {
        double sum = 0.0;
        for (std::size_t j = 0; j < points_per_step; ++j) sum += weight[j] * node[j * size_ + i];
        y[i] = sum;
    }
}

Trajectory::Trajectory(Scenario scenario, History history, Observer observe)
    : scenario_(std::move(scenario)), history_(std::move(history)), observe_(std::move(observe)) {}

Trajectory Trajectory::of(Scenario scenario) const {
    Trajectory part = *this;
    part.scenario_ = std::move(scenario);
    return part;
}

Sample Trajectory::at(double t) const {
    t = std::clamp(t, history_.times().front(), history_.times().back());
    return at(history_.step_at(t), t);
}

Sample Trajectory::at(std::size_t k, double t) const {
    const std::size_t size = history_.size();
    std::array<double, 16> usual;  // a joint's state fits: no allocation
    std::vector<double> larger(size > usual.size() ? size : 0);
    const std::span<double> state(size > usual.size() ? larger.data() : usual.data(), size);
    history_.evaluate(k, t, state);
    return observe_(t, state);
}

}  // namespace synovia
