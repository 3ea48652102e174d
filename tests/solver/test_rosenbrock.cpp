#include "solver/rosenbrock.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <functional>

using namespace synovia;

namespace {

/// y' = -k (y - cos t) - sin t, whose solution from y(0) = 1 is cos t, and z' = z^2 cos t with z = 1/(c - sin t).
struct Problem {
    double k;
    double a = 0.0, b = 0.0, sigma = 0.0;  // of the last linearise(): diagonal of the Jacobian

    void rates(const std::vector<double>& y, std::vector<double>& f, double t) const {
        f = {-k * (y[0] - std::cos(t)) - std::sin(t), y[1] * y[1] * std::cos(t)};
    }
    void linearise(const std::vector<double>& y, double t, std::vector<double>& f, std::vector<double>& dfdt) {
        rates(y, f, t);
        a = -k;
        b = 2.0 * y[1] * std::cos(t);
        dfdt = {-k * std::sin(t) - std::cos(t), -y[1] * y[1] * std::sin(t)};
    }
    void factor(double s) { sigma = s; }
    void solve(std::vector<double>& r) const {
        r[0] /= sigma - a;
        r[1] /= sigma - b;
    }
};

double exact_z(double t) { return 1.0 / (1.5 - std::sin(t)); }

/// Largest errors of z at the ends of n equal steps to 1, and in between.
struct Errors {
    double end = 0.0, between = 0.0;
};
Errors errors(double k, int n) {
    Problem problem{k};
    RosenbrockStepper stepper;
    std::vector<double> y{1.0, exact_z(0.0)}, next(2), error(2), inside(2);
    Errors worst;
    for (int i = 0; i < n; ++i) {
        const double h = 1.0 / n, t0 = i * h;
        stepper.do_step(std::ref(problem), y, t0, next, h, error);
        stepper.prepare_dense_output();
        for (double s = 0.1; s < 1.0; s += 0.1) {
            stepper.calc_state(t0 + s * h, inside, y, t0, next, t0 + h);
            worst.between = std::max(worst.between, std::abs(inside[1] - exact_z(t0 + s * h)));
        }
        y = next;
        worst.end = std::max(worst.end, std::abs(y[1] - exact_z(t0 + h)));
    }
    CHECK(std::abs(y[0] - std::cos(1.0)) < 1e-7);
    return worst;
}

}  // namespace

TEST_CASE("the method has order five, with explicit time, and its dense output four at least") {
    const Errors coarse = errors(1.0, 20), fine = errors(1.0, 40);
    CHECK(std::log2(coarse.end / fine.end) > 4.7);
    CHECK(std::log2(coarse.end / fine.end) < 5.6);
    CHECK(std::log2(coarse.between / fine.between) > 3.8);
    CHECK(std::log2(coarse.between / fine.between) < 5.6);
}

TEST_CASE("a stiff component is damped, whatever its stiffness") {
    for (const double k : {1e3, 1e6, 1e9}) CHECK(errors(k, 20).end < 1e-7);
}

TEST_CASE("the controller keeps the error it is told to keep and never accepts what is not finite") {
    struct Norm {
        double tolerance;
        double operator()(const std::vector<double>& err, const std::vector<double>&,
                          const std::vector<double>&) const {
            const double norm = (std::abs(err[0]) + std::abs(err[1])) / tolerance;
            return std::isfinite(norm) ? norm : HUGE_VAL;
        }
    };
    Problem problem{100.0};
    RosenbrockController controller(Norm{1e-8});
    std::vector<double> y{1.0, exact_z(0.0)}, next(2);
    double t = 0.0, h = 1.0;
    int accepted = 0, refused = 0;
    while (t < 1.0) {
        const double before = t;
        if (controller.try_step(std::ref(problem), y, t, next, h) == boost::numeric::odeint::success) {
            y = next;
            ++accepted;
        } else {
            CHECK(t == before);
            ++refused;
        }
        REQUIRE(accepted + refused < 200);
    }
    CHECK(refused > 0);  // the first step of 1 is too long
    CHECK(std::abs(y[1] - exact_z(t)) < 1e-6);

    y[1] = std::nan("");
    double tried = h;
    CHECK(controller.try_step(std::ref(problem), y, t, next, tried) == boost::numeric::odeint::fail);
    CHECK(tried < h);
}
