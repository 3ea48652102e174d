// Knows Boost.Odeint, as solver/integrate.cpp does.
#include "solver/spine_stepper.hpp"

#include <algorithm>
#include <boost/numeric/odeint/stepper/controlled_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/dense_output_runge_kutta.hpp>
#include <boost/numeric/odeint/stepper/runge_kutta_dopri5.hpp>
#include <cmath>
#include <limits>
#include <utility>

namespace synovia {
namespace {

namespace odeint = boost::numeric::odeint;

constexpr double first_step = 1e-5;  // [s]

/// Sizes in a thrust: 0.05 rad, 1 rad/s, activation 1, 150 mm2 opened by 1 mm.
ChainState sizes() {
    ChainState size;
    std::fill(size.begin(), size.begin() + spine_level_count, 0.05);
    std::fill(size.begin() + spine_level_count, size.begin() + 3 * spine_level_count, 1.0);
    std::fill(size.begin() + 3 * spine_level_count, size.end(), 1.5e-7);
    return size;
}

/// max_i |error_i|/(tolerance (size_i + |y_i|)); not finite: never accepted.
struct LargestError {
    double tolerance = 1e-6;
    ChainState size = sizes();

    template <class Algebra, class State, class Deriv, class Err, class Time>
    double error(Algebra&, const State& y, const Deriv&, Err& error, Time) const {
        double largest = 0.0;
        for (std::size_t i = 0; i < y.size(); ++i) {
            const double weighted = std::abs(error[i]) / (tolerance * (size[i] + std::abs(y[i])));
            if (!std::isfinite(weighted)) return std::numeric_limits<double>::infinity();
            largest = std::max(largest, weighted);
        }
        return largest;
    }
};

}  // namespace

struct SpineStepper::Impl {
    using Adjuster = odeint::default_step_adjuster<double, double>;
    using Controlled = odeint::controlled_runge_kutta<odeint::runge_kutta_dopri5<ChainState>, LargestError, Adjuster>;

    Rates rates;
    odeint::dense_output_runge_kutta<Controlled> stepper;
    double free_step = first_step;  // the step wanted before an end shortened it
    bool primed = false;            // the stepper holds time, state and step

    Impl(Rates r, double tolerance, double longest)
        : rates(std::move(r)), stepper(Controlled(LargestError{tolerance}, Adjuster(longest))) {}
};

SpineStepper::SpineStepper(Rates rates, double relative_tolerance, double longest)
    : impl_(std::make_unique<Impl>(std::move(rates), relative_tolerance, longest)) {}
SpineStepper::~SpineStepper() = default;
SpineStepper::SpineStepper(SpineStepper&&) noexcept = default;
SpineStepper& SpineStepper::operator=(SpineStepper&&) noexcept = default;

void SpineStepper::start(double t, const ChainState& y) { impl_->stepper.initialize(y, t, impl_->free_step); }

bool SpineStepper::step(double t_end) {
    auto& s = impl_->stepper;
    const double remaining = t_end - s.current_time();
    impl_->free_step = s.current_time_step();
    if (s.current_time_step() >= remaining * (1.0 - 1e-9))
        s.initialize(ChainState(s.current_state()), s.current_time(), remaining);
    const double t0 = s.current_time();
    try {
        s.do_step([this](const ChainState& y, ChainState& dydt, double t) { dydt = impl_->rates(y, t); });
    } catch (const odeint::odeint_error&) {
        return false;
    }
    return s.current_time() > t0;
}

double SpineStepper::begin() const { return impl_->stepper.previous_time(); }
double SpineStepper::time() const { return impl_->stepper.current_time(); }
const ChainState& SpineStepper::state() const { return impl_->stepper.current_state(); }
ChainState SpineStepper::at(double t) const {
    ChainState y;
    impl_->stepper.calc_state(t, y);
    return y;
}

}  // namespace synovia
