// The only file that knows Boost.Odeint.
#include "solver/integrate.hpp"

#define BOOST_UBLAS_NDEBUG 1
#include <algorithm>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/dense_output_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/rosenbrock4.hpp>
#include <boost/numeric/odeint/stepper/rosenbrock4_controller.hpp>
#include <boost/numeric/odeint/stepper/rosenbrock4_dense_output.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cmath>
#include <limits>
#include <utility>

#include "solver/bubble_model.hpp"
#include "solver/joint_model.hpp"
#include "solver/spectral_radius.hpp"
#include "solver/validity.hpp"

namespace synovia {
namespace {

namespace odeint = boost::numeric::odeint;
using Vector = boost::numeric::ublas::vector<double>;
using Matrix = boost::numeric::ublas::matrix<double>;

constexpr double infinity = std::numeric_limits<double>::infinity();

/// When to change the stepper, in terms of the step h and the modulus rho of the Jacobian's largest eigenvalue.
/// Above h rho = 2 stability begins to limit Dormand-Prince 5(4) (its region reaches 3.3 along the real axis, 1 along
/// the imaginary one). An implicit step costs five explicit ones (measured), so below five times that it is not worth
/// it.
constexpr double explicit_limit = 2.0;
constexpr double implicit_release = 5.0 * explicit_limit;
/// A stepper is kept for a while: a fresh implicit one must first damp what rings and lengthen its step. Every time the
/// implicit one turns out not worth it at once, the explicit one is kept twice as long before the next attempt, and
/// from the third time on that attempt lasts longer too.
constexpr std::size_t trial_steps = 16;
constexpr std::size_t longest_trial = 64 * trial_steps;

/// Nearer to its end than this, relative to the time, a run has arrived. Shorter steps than this cannot start one.
constexpr double arrival = 1e-12;

template <class Range>
bool all_finite(const Range& values) {
    return std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); });
}

/// Error norm that never lets a non-finite step pass (Odeint accepts NaN: `NaN > 1` is false) and counts attempts.
struct GuardedErrorChecker {
    double tolerance = 1e-6;
    std::size_t* attempts = nullptr;

    template <class Algebra, class State, class Deriv, class Err>
    double error(Algebra&, const State& x, const Deriv& dxdt, Err& x_err, double dt) const {
        ++*attempts;
        double sum = 0.0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double weighted = x_err[i] / (tolerance * (1.0 + std::abs(x[i]) + std::abs(dt * dxdt[i])));
            sum += weighted * weighted;
        }
        const double norm = std::sqrt(sum / static_cast<double>(x.size()));
        return std::isfinite(norm) ? norm : infinity;
    }
};

/// RODAS as published. Odeint's copy (Boost 1.81 and before) has the wrong sign of d4, which multiplies df/dt: with
/// explicit time the method drops from order four to one. Source: Hairer & Wanner, Solving ODEs II, RODAS, gamma_4;
/// tests/solver/test_integrate.cpp measures the order.
struct RodasCoefficients : odeint::default_rosenbrock_coefficients<double> {
    const double d4 = -0.3620000000000023e-01;
};
using Rosenbrock4 = odeint::rosenbrock4<double, RodasCoefficients>;

/// Rosenbrock stepper whose failed solves (singular matrix, overflow) are seen by Odeint's controller as a huge error.
class GuardedRosenbrock4 : public Rosenbrock4 {
public:
    explicit GuardedRosenbrock4(std::size_t* attempts) : attempts_(attempts) {}

    template <class System>
    void do_step(System system, const Vector& x, double t, Vector& x_out, double dt, Vector& x_err) {
        ++*attempts_;
        Rosenbrock4::do_step(system, x, t, x_out, dt, x_err);
        if (all_finite(x_out) && all_finite(x_err)) return;
        x_out = x;
        std::fill(x_err.begin(), x_err.end(), 1e100);
    }

private:
    std::size_t* attempts_;
};

}  // namespace

template <class Model>
struct Integrator<Model>::Impl {
    static constexpr std::size_t n = Model::size;
    using State = std::array<double, n>;
    using Partial = Dual<n + 1>;
    using Explicit = odeint::dense_output_runge_kutta<
        odeint::controlled_runge_kutta<odeint::runge_kutta_dopri5<State>, GuardedErrorChecker>>;
    using Implicit = odeint::rosenbrock4_dense_output<odeint::rosenbrock4_controller<GuardedRosenbrock4>>;

    const Model& model;
    Statistics statistics;
    std::size_t attempts = 0;
    Explicit explicit_stepper;
    Implicit implicit_stepper;

    State state;
    double time = 0.0;
    double next_step = 1e-9;  // grows by a factor of five per step: a cautious start costs a dozen steps
    bool stiff = true;
    std::size_t tried = 0;                      // steps since the stepper was chosen or its choice reviewed
    double longest_step = 0.0, progress = 0.0;  // of these, and their sum [s]
    std::size_t explicit_trial = trial_steps;   // steps for which the explicit stepper is kept
    bool fresh = false;                         // the stepper was chosen at the last review
    SpectralRadius<n> spectral_radius;
    double rho = 0.0;     // modulus of the largest eigenvalue of the Jacobian [1/s]
    bool primed = false;  // the stepper in use holds time, state and next_step
    std::array<double, 4 * n> nodes;

    Impl(const Model& m, double tolerance)
        : model(m),
          explicit_stepper(typename Explicit::controlled_stepper_type(GuardedErrorChecker{tolerance, &attempts})),
          implicit_stepper(
              odeint::rosenbrock4_controller<GuardedRosenbrock4>(tolerance, tolerance, GuardedRosenbrock4(&attempts))),
          state(m.rest()) {}

    /// dy/dt for the explicit stepper.
    void operator()(const State& y, State& dydt, double t) {
        ++statistics.rhs_evaluations;
        dydt = model.rates(y, t);
    }
    /// dy/dt for the implicit stepper.
    void rates(const Vector& y, Vector& dydt, double t) {
        State a;
        std::copy(y.begin(), y.end(), a.begin());
        ++statistics.rhs_evaluations;
        a = model.rates(a, t);
        std::copy(a.begin(), a.end(), dydt.begin());
    }
    /// The rates at y with all their partial derivatives (the last one with respect to time).
    std::array<Partial, n> derivatives(const State& y, double t) {
        std::array<Partial, n> dual;
        for (std::size_t i = 0; i < n; ++i) dual[i] = Partial::variable(y[i], i);
        ++statistics.rhs_evaluations;
        return model.rates(dual, Partial::variable(t, n));
    }
    /// Jacobian and explicit time derivative for the implicit stepper; the stiffness estimate falls out of it.
    void jacobian(const Vector& y, Matrix& jacobian, double t, Vector& dfdt) {
        State a;
        std::copy(y.begin(), y.end(), a.begin());
        const std::array<Partial, n> f = derivatives(a, t);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) jacobian(i, j) = f[i].d[j];
            dfdt[i] = f[i].d[n];
        }
        rho = spectral_radius.update(f);
    }

    /// Loads the stepper that is to be used with a step of at most `h`.
    void prime(double h) {
        next_step = h;
        if (stiff) {
            Vector y(n);
            std::copy(state.begin(), state.end(), y.begin());
            implicit_stepper.initialize(y, time, h);
        } else {
            explicit_stepper.initialize(state, time, h);
        }
        primed = true;
    }

    /// One accepted step with whichever stepper is in use; fills `nodes`, advances time, state and next_step.
    void step() {
        if (stiff) {
            auto f = [this](const Vector& y, Vector& dydt, double t) { rates(y, dydt, t); };
            auto j = [this](const Vector& y, Matrix& jac, double t, Vector& dfdt) { jacobian(y, jac, t, dfdt); };
            const auto [t0, t1] = implicit_stepper.do_step(std::make_pair(f, j));
            Vector y(n);
            record(t0, t1, [&](double t) -> const Vector& {
                implicit_stepper.calc_state(t, y);
                return y;
            });
            finish(implicit_stepper.current_state(), t1, implicit_stepper.current_time_step());
            ++statistics.implicit_steps;
        } else {
            const auto [t0, t1] = explicit_stepper.do_step(std::ref(*this));
            State y;
            record(t0, t1, [&](double t) -> const State& {
                explicit_stepper.calc_state(t, y);
                return y;
            });
            finish(explicit_stepper.current_state(), t1, explicit_stepper.current_time_step());
        }
        ++statistics.steps;
    }
    template <class Dense>
    void record(double t0, double t1, Dense dense) {
        for (std::size_t i = 0; i < 3; ++i) {
            const auto& y = dense(t0 + 0.25 * static_cast<double>(i + 1) * (t1 - t0));
            std::copy(y.begin(), y.end(), nodes.begin() + static_cast<std::ptrdiff_t>(i * n));
        }
    }
    template <class Values>
    void finish(const Values& y, double t1, double h) {
        std::copy(y.begin(), y.end(), state.begin());
        std::copy(y.begin(), y.end(), nodes.begin() + 3 * n);
        time = t1;
        next_step = h;
    }

    /// Goes to t1 in a step too short for anything to change; fills `nodes`.
    void stand_still(double t1) {
        for (std::size_t i = 0; i < nodes.size(); ++i) nodes[i] = state[i % n];
        time = t1;
        ++statistics.steps;
    }

    /// Reviews the choice of the stepper now and then; `h` is the step just taken.
    void review_stepper(double h) {
        longest_step = std::max(longest_step, h);
        progress += h;
        if (++tried < (stiff ? std::max(trial_steps, explicit_trial / 4) : explicit_trial)) return;
        if (!stiff) rho = spectral_radius.update(derivatives(state, time));
        const double mean_step = progress / static_cast<double>(tried);
        const bool change = stiff ? mean_step * rho < implicit_release : longest_step * rho > explicit_limit;
        if (stiff) explicit_trial = fresh && change ? std::min(2 * explicit_trial, longest_trial) : trial_steps;
        tried = 0;
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
void Integrator<Model>::start(double t, const std::array<double, Model::size>& state) {
    impl_->time = t;
    impl_->state = state;
}

template <class Model>
double Integrator<Model>::time() const {
    return impl_->time;
}
template <class Model>
const std::array<double, Model::size>& Integrator<Model>::state() const {
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
        s.stand_still(t_end);
        sink(s.time, s.nodes);
    }
    s.next_step = std::max(s.next_step, arrival * s.time);
    s.primed = false;                // the model may have changed since the last call
    double free_step = s.next_step;  // the step wanted before t_end shortened it
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
            return all_finite(s.model.rates(s.state, s.time)) ? Outcome::step_underflow : Outcome::non_finite;
        }
        s.statistics.rejected_steps += s.attempts - attempts - 1;
        if (!all_finite(s.state)) return Outcome::non_finite;
        if (!(s.time > t0)) return Outcome::step_underflow;
        if (std::abs(t_end - s.time) <= arrival * std::abs(t_end)) s.time = t_end;
        sink(s.time, s.nodes);
        if (s.time == t_end) s.next_step = std::max(s.next_step, free_step);
        s.review_stepper(s.time - t0);
        if (s.model.radius(s.state) < continuum_radius) return Outcome::vanished;
    }
    return std::nullopt;
}

template class Integrator<JointModel>;
template class Integrator<BubbleModel>;

}  // namespace synovia
