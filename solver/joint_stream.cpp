#include "solver/joint_stream.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

#include "solver/events.hpp"
#include "solver/integrate.hpp"
#include "solver/joint_model.hpp"
#include "solver/joint_watch.hpp"
#include "solver/kinds.hpp"
#include "solver/observed.hpp"
#include "solver/parameters.hpp"

namespace synovia {
namespace {

Scenario checked(const Scenario& scenario, const JointStart& start) {
    std::vector<Problem> problems = validate(scenario, start);
    if (!row_of(scenario.kind).in_hand)
        problems.push_back({"kind", "a hand can move a \"joint\" only"});
    else if (scenario.traction.kind == TractionKind::force)
        problems.push_back(
            {"traction.kind", "a hand that is moved from outside needs \"pull\" or \"gap\", not \"force\""});
    if (!problems.empty()) throw InvalidScenario(std::move(problems));
    return scenario;
}

}  // namespace

struct JointStream::Impl {
    Scenario scenario;
    JointModel model;
    Integrator<JointModel> integrator;
    JointWatch watch;
    EventScanner<JointModel> scanner;
    double position = 0.0, velocity = 0.0;  // of the hand

    Impl(const Scenario& s, const JointStart& start)
        : scenario(checked(s, start)),
          model(scenario, start),
          integrator(model, scenario.simulation.relative_tolerance),
          watch(model),
          scanner(scenario) {}

    /// Throws std::invalid_argument when the hand would have to be faster than numbers go.
    void steer(double t, const HandPoint& point) {
        const double t0 = integrator.time();
        const double v1 = point.velocity.value_or((point.position - position) / (t - t0));
        if (!std::isfinite(point.position) || !std::isfinite(v1))
            throw std::invalid_argument("the hand's position and velocity must be finite numbers");
        if (point.rise_time && !(*point.rise_time > 0.0 && std::isfinite(*point.rise_time)))
            throw std::invalid_argument("the rise time of a pull must be a positive number");
        model.steer({t0, t, position, point.position, velocity, v1});
        if (point.rise_time) model.set_rise(*point.rise_time);
        position = point.position;
        velocity = v1;
    }
};

JointStream::JointStream(const Scenario& scenario, const JointStart& start)
    : impl_(std::make_unique<Impl>(scenario, start)) {}
JointStream::~JointStream() = default;
JointStream::JointStream(JointStream&&) noexcept = default;
JointStream& JointStream::operator=(JointStream&&) noexcept = default;

double JointStream::time() const { return impl_->integrator.time(); }

Trajectory JointStream::advance(double t, const HandPoint& point, std::size_t step_limit) {
    Impl& s = *impl_;
    if (!(t > time()) || !std::isfinite(t)) throw std::invalid_argument("a joint can only be advanced to a later time");
    s.steer(t, point);

    History history(s.model.size());
    history.start(time(), s.integrator.state());
    std::vector<Event> events;
    const auto stopped = s.integrator.advance(t, step_limit, [&](double t0, double t1, std::span<const double> points) {
        return s.watch.take(t0, t1, points, history, events);
    });
    for (std::size_t k = 0; k < history.steps(); ++k) s.scanner.scan(s.model, history, k, events);

    std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.time < b.time; });

    Trajectory piece = observed(s.scenario, std::move(history), std::make_shared<const JointModel>(s.model));
    piece.outcome = s.scanner.outcome(stopped);
    piece.events = std::move(events);
    piece.statistics = s.integrator.statistics();
    return piece;
}

}  // namespace synovia
