// A Rosenbrock method of order 5(4) with dense output of order 4, for stiff equations whose linear systems have a
// structure of their own: a stepper and a controller as Boost.Odeint's dense-output stepper takes them.
#pragma once
#include <algorithm>
#include <array>
#include <boost/numeric/odeint/stepper/controlled_step_result.hpp>
#include <boost/numeric/odeint/stepper/stepper_categories.hpp>
#include <boost/numeric/odeint/util/resizer.hpp>
#include <boost/numeric/odeint/util/state_wrapper.hpp>
#include <boost/numeric/odeint/util/unwrap_reference.hpp>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace synovia {

/// RODAS5P. Source: Steinebach, BIT Numer. Math. 63, 27 (2023), in the form of Hairer & Wanner, Solving ODEs II, IV.7:
///   (1/(gamma h) - J) k_i = f(t + c_i h, y + sum a_ij k_j) + sum C_ij k_j/h + d_i h df/dt.
/// Stages 7 and 8 start from the stage before and its k; the last k is the error estimate.
struct Rodas5P {
    static constexpr std::size_t stages = 8, embedded = 6;  ///< stages from `embedded` on: y + all k before, a = a_6
    static constexpr double gamma = 0.21193756319429014;
    static constexpr std::array<double, stages> c{
        0.0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1.0, 1.0, 1.0};
    static constexpr std::array<double, stages> d{0.21193756319429014,
                                                  -0.42387512638858027,
                                                  -0.3384627126235924,
                                                  1.8046452872882734,
                                                  2.325825639765069,
                                                  0.0,
                                                  0.0,
                                                  0.0};
    static constexpr std::array<std::array<double, 5>, embedded> a{
        {{},
         {3.0},
         {2.849394379747939, 0.45842242204463923},
         {-6.954028509809101, 2.489845061869568, -10.358996098473584},
         {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
         {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946}}};
    static constexpr std::array<std::array<double, 7>, stages> C{
        {{},
         {-14.155112264123755},
         {-17.97296035885952, -2.859693295451294},
         {147.12150275711716, -1.41221402718213, 71.68940251302358},
         {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
         {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
         {30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
          -28.087943162872662},
         {37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
          -54.66780262877968, -9.48861652309627}}};
    /// Dense output: y0 (1 - s) + s (y1 + (1 - s)(K_0 + s (K_1 + s K_2))), K_m = sum h_mj k_j.
    static constexpr std::array<std::array<double, stages>, 3> h{
        {{25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204, 0.524948541321073,
          1.1241088310450404, 0.4272876194431874, -0.17202221070155493},
         {-9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044,
          15.98066361424651, -6.789040303419874, -6.710236069923372},
         {11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643, -52.072871366152654,
          -59.78993625266729, -0.15582684282751913, 4.883087185713722}}};
};

/// One step. The system offers
///   linearise(y, t, dydt, dfdt)   rates, Jacobian (kept by the system) and df/dt at fixed y
///   factor(sigma), solve(r)       r becomes the solution u of (sigma - J) u = r
///   rates(y, dydt, t)
class RosenbrockStepper {
public:
    using value_type = double;
    using time_type = double;
    using state_type = std::vector<double>;
    using deriv_type = state_type;
    using wrapped_state_type = boost::numeric::odeint::state_wrapper<state_type>;
    using wrapped_deriv_type = wrapped_state_type;
    using resizer_type = boost::numeric::odeint::initially_resizer;
    using stepper_category = boost::numeric::odeint::stepper_tag;

    template <class System>
    void do_step(System system, const state_type& x, double t, state_type& x_out, double h, state_type& x_err) {
        typename boost::numeric::odeint::unwrap_reference<System>::type& f = system;
        resize(x.size());
        f.linearise(x, t, k_[0], dfdt_);
        f.factor(1.0 / (Method::gamma * h));
        stages(f, x, t, x_out, h, std::make_index_sequence<Method::stages>());
        x_err = k_.back();
        const double* const last = x_err.data();
        double* const to = x_out.data();
        for (std::size_t n = 0, size = x.size(); n < size; ++n) to[n] += last[n];
    }

    void prepare_dense_output() {
        const Stages k = all_stages();
        for (std::size_t m = 0; m < dense_.size(); ++m) {
            const auto h = Method::h[m];
            double* const to = dense_[m].data();
            for (std::size_t n = 0, size = dense_[m].size(); n < size; ++n)
                to[n] = sum(h, k, n, std::make_index_sequence<Method::stages>());
        }
    }

    template <class StateOut>
    void calc_state(double t, StateOut& x, const state_type& x0, double t0, const state_type& x1, double t1) const {
        const double s = (t - t0) / (t1 - t0);
        const double *const from = x0.data(), *const end = x1.data();
        const double *const a = dense_[0].data(), *const b = dense_[1].data(), *const c = dense_[2].data();
        double* const to = x.data();
        for (std::size_t n = 0, size = x0.size(); n < size; ++n)
            to[n] = from[n] * (1.0 - s) + s * (end[n] + (1.0 - s) * (a[n] + s * (b[n] + s * c[n])));
    }

private:
    using Method = Rodas5P;

    void resize(std::size_t size) {
        dfdt_.resize(size);
        for (state_type& k : k_) k.resize(size);
        for (state_type& k : dense_) k.resize(size);
    }
    using Stages = std::array<const double*, Method::stages>;
    Stages all_stages() const {
        Stages k;
        std::transform(k_.begin(), k_.end(), k.begin(), [](const state_type& stage) { return stage.data(); });
        return k;
    }
    /// Sum of coefficient j times component n of k_j, unrolled. A copy of the pointers stays in registers.
    template <class Coefficients, std::size_t... j>
    static double sum(const Coefficients& coefficient, [[maybe_unused]] const Stages& k, [[maybe_unused]] std::size_t n,
                      std::index_sequence<j...>) {
        return (0.0 + ... + (coefficient[j] * k[j][n]));
    }
    template <class System, std::size_t... i>
    void stages(System& f, const state_type& x, double t, state_type& argument, double h, std::index_sequence<i...>) {
        (stage<i>(f, x, t, argument, h), ...);
    }
    /// `argument` holds that of the stage before, and then that of this one.
    template <std::size_t i, class System>
    void stage(System& f, const state_type& x, double t, state_type& argument, double h) {
        const Stages k = all_stages();
        const std::size_t size = x.size();
        const double *const from = x.data(), *const by_time = dfdt_.data();
        if constexpr (i == 0) {
            argument = x;
        } else {
            double* const to = argument.data();
            for (std::size_t n = 0; n < size; ++n)
                if constexpr (i < Method::embedded)
                    to[n] = from[n] + sum(Method::a[i], k, n, std::make_index_sequence<i>());
                else  // from the stage before
                    to[n] += k[i - 1][n];
            f.rates(argument, k_[i], t + Method::c[i] * h);
        }
        const double inverse_h = 1.0 / h, from_time = Method::d[i] * h;
        double* const right = k_[i].data();
        for (std::size_t n = 0; n < size; ++n)
            right[n] += from_time * by_time[n] + inverse_h * sum(Method::C[i], k, n, std::make_index_sequence<i>());
        f.solve(k_[i]);
    }

    std::array<state_type, Method::stages> k_;
    std::array<state_type, 3> dense_;
    state_type dfdt_;
};

/// Chooses the step so that `Norm::operator()(err, x0, x1)` stays below one, with Gustafsson's prediction (Hairer &
/// Wanner, IV.8). Norm must not return NaN.
template <class Norm>
class RosenbrockController {
public:
    using stepper_type = RosenbrockStepper;
    using value_type = double;
    using time_type = double;
    using state_type = stepper_type::state_type;
    using wrapped_state_type = stepper_type::wrapped_state_type;
    using deriv_type = state_type;
    using wrapped_deriv_type = wrapped_state_type;
    using resizer_type = stepper_type::resizer_type;
    using stepper_category = boost::numeric::odeint::controlled_stepper_tag;

    explicit RosenbrockController(Norm norm) : norm_(norm) {}

    template <class System>
    boost::numeric::odeint::controlled_step_result try_step(System system, const state_type& x, double& t,
                                                            state_type& x_out, double& h) {
        stepper_.do_step(system, x, t, x_out, h, error_);
        const double err = norm_(error_, x, x_out);
        double shrink = std::clamp(std::pow(err, exponent) / safety, least, most);
        if (!(err <= 1.0)) {
            h /= shrink;
            rejected_ = true;
            return boost::numeric::odeint::fail;
        }
        if (last_step_ > 0.0)
            shrink = std::max(
                shrink, std::clamp(last_step_ / h * std::pow(err * err / last_error_, exponent) / safety, least, most));
        if (rejected_) shrink = std::max(shrink, 1.0);
        rejected_ = false;
        last_step_ = h;
        last_error_ = std::max(0.01, err);
        t += h;
        h /= shrink;
        return boost::numeric::odeint::success;
    }

    stepper_type& stepper() { return stepper_; }
    void adjust_size(const state_type&) {}

private:
    static constexpr double exponent = 0.2, safety = 0.9, least = 1.0 / 6.0, most = 5.0;

    stepper_type stepper_;
    Norm norm_;
    state_type error_;
    double last_step_ = 0.0, last_error_ = 0.01;
    bool rejected_ = false;
};

}  // namespace synovia
