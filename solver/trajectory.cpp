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
        case EventKind::firing:
            return "firing";
        case EventKind::closing:
            return "closing";
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
namespace {

constexpr std::size_t usual_steps = 256;  ///< that memory is set aside for at first

}  // namespace

void History::start(double t, std::span<const double> y) {
    assert(y.size() == size_);
    times_.assign(1, t);
    points_.reserve(usual_steps * points_per_step * size_);
    points_.assign(y.begin(), y.end());
}

void History::append(double t1, std::span<const double> points) {
    assert(!times_.empty() && t1 > times_.back() && points.size() == points_per_step * size_);
    if (times_.size() == 1) points_.clear();  // the start is the first step's
    times_.push_back(t1);
    points_.insert(points_.end(), points.begin(), points.end());
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
        std::copy(points_.begin(), points_.end(), y.begin());
        return;
    }
    const double fraction = (t - times_[k]) / (times_[k + 1] - times_[k]);
    interpolate({points_.data() + points_per_step * size_ * k, points_per_step * size_}, fraction, y);
}

/// Lagrange's, with x = 4 fraction.
std::array<double, History::points_per_step> History::weights(double fraction) {
    const double x = 4.0 * fraction;
    const double a = x, b = x - 1.0, c = x - 2.0, d = x - 3.0, e = x - 4.0;
    return {b * c * d * e / 24.0, -a * c * d * e / 6.0, a * b * d * e / 4.0, -a * b * c * e / 6.0,
            a * b * c * d / 24.0};
}

void interpolate(std::span<const double> points, double fraction, std::span<double> y) {
    const std::size_t n = y.size();
    assert(points.size() == History::points_per_step * n);
    const auto w = History::weights(fraction);
    const double* const p = points.data();
    double* const to = y.data();
    for (std::size_t i = 0; i < n; ++i)
        to[i] = w[0] * p[i] + w[1] * p[n + i] + w[2] * p[2 * n + i] + w[3] * p[3 * n + i] + w[4] * p[4 * n + i];
}

namespace {

/// Room for a state at one instant: on the stack for a few pockets, as this is asked for a thousand times.
class StateAt {
public:
    StateAt(const History& history, std::size_t k, double t)
        : larger_(history.size() > usual_.size() ? history.size() : 0),
          state_(larger_.empty() ? usual_.data() : larger_.data(), history.size()) {
        history.evaluate(k, t, state_);
    }
    StateAt(const StateAt&) = delete;
    StateAt& operator=(const StateAt&) = delete;
    std::span<const double> operator*() const { return state_; }

private:
    std::array<double, 64> usual_;
    std::vector<double> larger_;
    std::span<double> state_;
};

}  // namespace

Trajectory::Trajectory(Scenario scenario, History history, Observer observe, PocketView pockets)
    : scenario_(std::move(scenario)),
      history_(std::move(history)),
      observe_(std::move(observe)),
      pockets_(std::move(pockets)) {}

Trajectory Trajectory::of(Scenario scenario) const {
    Trajectory part = *this;
    part.scenario_ = std::move(scenario);
    return part;
}

Sample Trajectory::at(double t) const {
    t = std::clamp(t, history_.times().front(), history_.times().back());
    return at(history_.step_at(t), t);
}

Sample Trajectory::at(std::size_t k, double t) const { return observe_(t, *StateAt(history_, k, t)); }

void Trajectory::pockets_at(double t, std::span<PocketSample> samples) const {
    t = std::clamp(t, history_.times().front(), history_.times().back());
    pockets_at(history_.step_at(t), t, samples);
}

void Trajectory::pockets_at(std::size_t k, double t, std::span<PocketSample> samples) const {
    pockets_.observe(t, *StateAt(history_, k, t), samples);
}

}  // namespace synovia
