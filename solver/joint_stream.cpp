#include "solver/joint_stream.hpp"

#include <cmath>
#include <stdexcept>
#include <utility>
#include <vector>

#include "solver/events.hpp"
#include "solver/integrate.hpp"
#include "solver/joint_model.hpp"
#include "solver/kinds.hpp"
#include "solver/parameters.hpp"

namespace synovia {
namespace {

Scenario checked(const Scenario& scenario) {
    std::vector<Problem> problems = validate(scenario);
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
    EventScanner<JointModel> scanner;
    double position = 0.0, velocity = 0.0;  // of the hand

    explicit Impl(const Scenario& s)
        : scenario(checked(s)),
          model(scenario),
          integrator(model, scenario.simulation.relative_tolerance),
          scanner(scenario) {}

    /// Throws std::invalid_argument when the hand would have to be faster than numbers go.
    void steer(double t, const HandPoint& point) {
        const double t0 = integrator.time();
        const double v1 = point.velocity.value_or((point.position - position) / (t - t0));
        if (!std::isfinite(point.position) || !std::isfinite(v1))
            throw std::invalid_argument("the hand's position and velocity must be finite numbers");
        model.steer({t0, t, position, point.position, velocity, v1});
        position = point.position;
        velocity = v1;
    }
};

JointStream::JointStream(const Scenario& scenario) : impl_(std::make_unique<Impl>(scenario)) {}
JointStream::~JointStream() = default;
JointStream::JointStream(JointStream&&) noexcept = default;
JointStream& JointStream::operator=(JointStream&&) noexcept = default;

double JointStream::time() const { return impl_->integrator.time(); }

Trajectory JointStream::advance(double t, const HandPoint& point, std::size_t step_limit) {
    Impl& s = *impl_;
    if (!(t > time()) || !std::isfinite(t)) throw std::invalid_argument("a joint can only be advanced to a later time");
    s.steer(t, point);

    History history(JointModel::size);
    history.start(time(), s.integrator.state());
    const auto stopped = s.integrator.advance(
        t, step_limit, [&](double t1, std::span<const double> nodes) { history.append(t1, nodes); });
    std::vector<Event> events;
    for (std::size_t k = 0; k < history.steps(); ++k) s.scanner.scan(s.model, history, k, events);

    Trajectory piece(s.scenario, std::move(history),
                     [model = s.model](double u, std::span<const double> y) { return model.observe(u, y); });
    piece.outcome = s.scanner.outcome(stopped);
    piece.events = std::move(events);
    piece.statistics = s.integrator.statistics();
    return piece;
}

}  // namespace synovia
