// The only file, with rosenbrock.hpp, that knows Boost.Odeint.
#include "solver/integrate.hpp"

#include <algorithm>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/dense_output_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/rosenbrock4_dense_output.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cmath>
#include <limits>
#include <utility>

#include "solver/bubble_model.hpp"
#include "solver/joint_model.hpp"
#include "solver/rosenbrock.hpp"
#include "solver/spectral_radius.hpp"

namespace synovia {
namespace {

namespace odeint = boost::numeric::odeint;
using State = std::vector<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// When to change the stepper, in terms of the step h and the modulus rho of the Jacobian's largest eigenvalue.
/// Above h rho = 2 stability begins to limit Dormand-Prince 5(4) (its region reaches 3.3 along the real axis, 1 along
/// the imaginary one).
constexpr double explicit_limit = 2.0;
/// Cost of an implicit step that is tried, accepted or not, in explicit ones (measured).
constexpr double implicit_cost = 2.5;
/// An explicit stepper that is refused more often than this, relative to its steps, meets a stiffness that the Jacobian
/// at its steps does not show: the cusp of a Carreau liquid where the wall turns.
constexpr double most_refusals = 0.4;
/// A stepper is kept for a while: a fresh implicit one must first damp what rings and lengthen its step. Every time the
/// implicit one turns out not worth it at once, the explicit one is kept twice as long before the next attempt, and
/// from the third time on that attempt lasts longer too.
constexpr std::size_t trial_steps = 16;
constexpr std::size_t longest_trial = 8 * trial_steps;

/// First step after a restart [s].
constexpr double restart_step = 1e-10;

/// What begins too fast for the clock, a nucleus of nanometres that is let go, passes in steps that leave the time as
/// it is; so many in a row, and it is not passing.
constexpr std::size_t most_timeless_steps = 64;

/// Nearer to its end than this, relative to the time, a run has arrived. Shorter steps than this cannot start one.
constexpr double arrival = 1e-12;

template <class Range>
bool all_finite(const Range& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

/// Root of the mean square of the errors, each relative to its tolerance. The mean is over no more components than a
/// single bubble has: the error of one pocket is not diluted by the others. Never NaN, which Odeint would let pass
/// (`NaN > 1` is false).
class ErrorNorm {
public:
    ErrorNorm(double tolerance, std::size_t* attempts) : tolerance_(tolerance), attempts_(attempts) {}

    /// For the implicit controller: `size` of a component is the larger of its values.
    double operator()(const State& err, const State& x0, const State& x1) const {
        return norm(err,
                    [a = x0.data(), b = x1.data()](std::size_t i) { return std::max(std::abs(a[i]), std::abs(b[i])); });
    }
    /// For Odeint's explicit one.
    template <class Algebra>
    double error(Algebra&, const State& x, const State& dxdt, State& err, double dt) const {
        return norm(
            err, [dt, a = x.data(), b = dxdt.data()](std::size_t i) { return std::abs(a[i]) + std::abs(dt * b[i]); });
    }

private:
    template <class Size>
    double norm(const State& err, Size size) const {
        ++*attempts_;
        double sum = 0.0;
        const double* const error = err.data();
        for (std::size_t i = 0, count = err.size(); i < count; ++i) {
            const double weighted = error[i] / (tolerance_ * (1.0 + size(i)));
            sum += weighted * weighted;
        }
        const double norm = std::sqrt(sum / static_cast<double>(std::min(err.size(), single_bubble)));
        return std::isfinite(norm) ? norm : infinity;
    }

    static constexpr std::size_t single_bubble = 10;
    double tolerance_;
    std::size_t* attempts_;
};

}  // namespace

template <class Model>
struct Integrator<Model>::Impl {
    using Explicit =
        odeint::dense_output_runge_kutta<odeint::controlled_runge_kutta<odeint::runge_kutta_dopri5<State>, ErrorNorm>>;
    using Implicit = odeint::rosenbrock4_dense_output<RosenbrockController<ErrorNorm>>;

    const Model& model;
    Statistics statistics;
    std::size_t attempts = 0;
    typename Model::Linearisation linearisation;
    Explicit explicit_stepper;
    Implicit implicit_stepper;

    State state;
    double time = 0.0;
    double next_step = 1e-9;  // grows by a factor of five per step: a cautious start costs a dozen steps
    bool stiff = true;
    std::size_t tried = 0;                      // steps since the stepper was chosen or its choice reviewed
    std::size_t attempts_before = 0;            // of the last review
    double longest_step = 0.0, progress = 0.0;  // of these, and their sum [s]
    std::size_t explicit_trial = trial_steps;   // steps for which the explicit stepper is kept
    bool fresh = false;                         // the stepper was chosen at the last review
    double explicit_pace = 0.0;                 // of the explicit stepper before the last change [s per attempt]
    SpectralRadius spectral_radius;
    bool primed = false;      // the stepper in use holds time, state and next_step
    bool linearised = false;  // the step that is being tried, at its beginning:
    State begin_rates, begin_dfdt;
    State points, dydt, dfdt;

    Impl(const Model& m, double tolerance)
        : model(m),
          linearisation(m),
          explicit_stepper(typename Explicit::controlled_stepper_type(ErrorNorm(tolerance, &attempts))),
          implicit_stepper(RosenbrockController<ErrorNorm>(ErrorNorm(tolerance, &attempts))),
          state(m.rest()),
          spectral_radius(state.size()),
          begin_rates(state.size()),
          begin_dfdt(state.size()),
          points(History::points_per_step * state.size()),
          dydt(state.size()),
          dfdt(state.size()) {}

    // What the steppers ask of a system.
    void operator()(const State& y, State& rates_out, double t) { rates(y, rates_out, t); }
    void rates(const State& y, State& rates_out, double t) {
        ++statistics.rhs_evaluations;
        model.rates(std::span<const double>(y), t, std::span<double>(rates_out));
    }
    /// A step that is refused begins anew where it began: once is enough for all its tries.
    void linearise(const State& y, double t, State& rates_out, State& time_derivative) {
        if (!linearised) {
            ++statistics.rhs_evaluations;
            linearisation.update(y, t, begin_rates, begin_dfdt);
            linearised = true;
        }
        rates_out = begin_rates;
        time_derivative = begin_dfdt;
    }
    void factor(double sigma) { linearisation.factor(sigma); }
    void solve(State& r) const { linearisation.solve(r); }

    /// Loads the stepper that is to be used with a step of at most `h`.
    void prime(double h) {
        next_step = h;
        stiff ? implicit_stepper.initialize(state, time, h) : explicit_stepper.initialize(state, time, h);
        primed = true;
    }

    /// One accepted step with whichever stepper is in use; fills `points`, advances time, state and next_step.
    void step() {
        linearised = false;
        stiff ? step_with(implicit_stepper) : step_with(explicit_stepper);
        statistics.implicit_steps += stiff ? 1 : 0;
        ++statistics.steps;
    }
    template <class Stepper>
    void step_with(Stepper& stepper) {
        const std::size_t n = state.size();
        std::copy(state.begin(), state.end(), points.begin());
        const auto [t0, t1] = stepper.do_step(std::ref(*this));
        for (std::size_t i = 1; i < History::points_per_step - 1; ++i) {
            stepper.calc_state(t0 + 0.25 * static_cast<double>(i) * (t1 - t0), state);
            std::copy(state.begin(), state.end(), points.begin() + static_cast<std::ptrdiff_t>(i * n));
        }
        state = stepper.current_state();
        std::copy(state.begin(), state.end(), points.end() - static_cast<std::ptrdiff_t>(n));
        time = t1;
        next_step = stepper.current_time_step();
    }

    /// Goes to t1 in a step too short for anything to change; fills `points`.
    void stand_still(double t1) {
        for (std::size_t i = 0; i < points.size(); ++i) points[i] = state[i % state.size()];
        time = t1;
        ++statistics.steps;
    }

    /// Goes on from another state: what has just been switched on may be stiff.
    void restart(Restart&& from) {
        time = from.time;
        state = std::move(from.state);
        primed = false;
        if (from.gentle) return;
        next_step = restart_step;
        stiff = true;
        tried = 0;
        attempts_before = attempts;
        longest_step = progress = 0.0;
        fresh = false;
    }

    /// Reviews the choice of the stepper now and then; `h` is the step just taken.
    void review_stepper(double h) {
        longest_step = std::max(longest_step, h);
        progress += h;
        if (++tried < (stiff ? std::max(trial_steps, explicit_trial / 4) : explicit_trial)) return;
        ++statistics.rhs_evaluations;
        linearisation.update(state, time, dydt, dfdt);
        const double rho =
            spectral_radius.update([this](const State& in, State& out) { linearisation.multiply(in, out); });  // [1/s]
        const double tries = static_cast<double>(attempts - attempts_before),
                     pace = longest_step * static_cast<double>(tried) / tries;
        const bool refused = tries > (1.0 + most_refusals) * static_cast<double>(tried);
        if (!stiff) explicit_pace = progress / tries;
        const double possible = fresh ? explicit_pace : 0.75 * explicit_limit / rho;
        const bool change = stiff ? pace < implicit_cost * possible : longest_step * rho > explicit_limit || refused;
        if (stiff) explicit_trial = fresh && change ? std::min(2 * explicit_trial, longest_trial) : trial_steps;
        tried = 0;
        attempts_before = attempts;
        longest_step = progress = 0.0;
        fresh = change;
        if (!change) return;
        stiff = !stiff;
        primed = false;
    }
};

template <class Model>
Integrator<Model>::Integrator(const Model& model, double relative_tolerance)
    : impl_(std::make_unique<Impl>(model, relative_tolerance)) {}
template <class Model>
Integrator<Model>::~Integrator() = default;
template <class Model>
Integrator<Model>::Integrator(Integrator&&) noexcept = default;
template <class Model>
Integrator<Model>& Integrator<Model>::operator=(Integrator&&) noexcept = default;

template <class Model>
void Integrator<Model>::start(double t, std::span<const double> state) {
    impl_->time = t;
    impl_->state.assign(state.begin(), state.end());
}

template <class Model>
double Integrator<Model>::time() const {
    return impl_->time;
}
template <class Model>
const std::vector<double>& Integrator<Model>::state() const {
    return impl_->state;
}
template <class Model>
const Statistics& Integrator<Model>::statistics() const {
    return impl_->statistics;
}

template <class Model>
std::optional<Outcome> Integrator<Model>::advance(double t_end, std::size_t step_limit, const StepSink& sink) {
    Impl& s = *impl_;
    const std::size_t last_step = s.statistics.steps + step_limit;
    if (step_limit > 0 && t_end > s.time && t_end - s.time <= arrival * std::abs(t_end)) {
        const double t0 = s.time;
        s.stand_still(t_end);
        sink(t0, s.time, s.points);
    }
    s.next_step = std::max(s.next_step, arrival * s.time);
    s.primed = false;                // the model may have changed since the last call
    double free_step = s.next_step;  // the step wanted before t_end shortened it
    double restarted = -infinity;
    std::size_t timeless = 0;
    while (s.time < t_end) {
        if (s.statistics.steps >= last_step) return Outcome::step_limit;
        const double remaining = t_end - s.time;
        const bool last = s.next_step >= remaining * (1.0 - 1e-9);
        free_step = s.next_step;
        if (last || !s.primed) s.prime(std::min(s.next_step, remaining));
        const double t0 = s.time;
        const std::size_t attempts = s.attempts;
        try {
            s.step();
        } catch (const odeint::odeint_error&) {  // no step short enough
            s.rates(s.state, s.dydt, s.time);
            return all_finite(s.dydt) ? Outcome::step_underflow : Outcome::non_finite;
        }
        s.statistics.rejected_steps += s.attempts - attempts - 1;
        if (!all_finite(s.state)) return Outcome::non_finite;
        if (s.time == t0) {
            if (t0 - restarted > arrival * t0 || ++timeless > most_timeless_steps) return Outcome::step_underflow;
            continue;
        }
        timeless = 0;
        if (std::abs(t_end - s.time) <= arrival * std::abs(t_end)) s.time = t_end;
        if (auto restart = sink(t0, s.time, s.points)) {
            s.restart(std::move(*restart));
            restarted = s.time;
            continue;
        }
        if (s.time == t_end) s.next_step = std::max(s.next_step, free_step);
        s.review_stepper(s.time - t0);
        if (s.model.vanished(s.state)) return Outcome::vanished;
    }
    return std::nullopt;
}

template class Integrator<JointModel>;
template class Integrator<BubbleModel>;

}  // namespace synovia
