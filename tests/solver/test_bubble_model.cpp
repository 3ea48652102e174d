#include "solver/bubble_model.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "solver/dense_linearisation.hpp"
#include "solver/parameters.hpp"
#include "solver/rheology.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

namespace {

constexpr double pi = std::numbers::pi;
using State = std::array<double, BubbleModel::size()>;

/// A driven bubble of 10 um, in every law and both equations.
Scenario driven(RadialEquation equation, Rheology rheology) {
    Scenario s = default_scenario(Kind::bubble);
    s.bubble.equation = equation;
    s.fluid.rheology = rheology;
    s.fluid.carreau_time = 1e-6;
    s.gas.polytropic_exponent = 1.4;
    s.pressure.kind = PressureKind::sine;
    s.pressure.amplitude = 6e4;
    s.pressure.frequency = 50e3;
    return s;
}

constexpr double when = 3e-6;
const State moving{-0.8, -4.0};  // R = 4.5 um, collapsing at 40 m/s

/// p_B - p_inf from the definitions, for a state (lambda, U) at time t.
double excess(const Scenario& s, double lambda, double U, double t) {
    const double R = s.bubble.nucleus_radius * std::exp(lambda);
    const double p_g0 =
        s.pressure.ambient + 2.0 * s.fluid.surface_tension / s.bubble.nucleus_radius - s.fluid.vapour_pressure;
    const double p_g = p_g0 * std::pow(s.bubble.nucleus_radius / R, 3.0 * s.gas.polytropic_exponent);
    const double p_inf = s.pressure.ambient - s.pressure.amplitude * std::sin(2.0 * pi * s.pressure.frequency * t);
    const double mu = wall_viscosity(s.fluid, R, U).mu;
    return p_g + s.fluid.vapour_pressure - 2.0 * s.fluid.surface_tension / R - 4.0 * mu * U / R - p_inf;
}

struct Motion2 {
    double R, U, dU;
};
Motion2 motion(const BubbleModel& model) {
    const Sample now = model.observe(when, moving);
    const double dU =
        (now.volume_acceleration / (4.0 * pi * now.radius) - 2.0 * now.wall_velocity * now.wall_velocity) / now.radius;
    return {now.radius, now.wall_velocity, dU};
}

}  // namespace

TEST_CASE("Rayleigh-Plesset holds term by term") {
    for (const Rheology rheology : {Rheology::newtonian, Rheology::carreau}) {
        const Scenario s = driven(RadialEquation::rayleigh_plesset, rheology);
        const auto [R, U, dU] = motion(BubbleModel(s));
        CHECK(relative_error(R * dU + 1.5 * U * U, excess(s, moving[0], U, when) / s.fluid.density) < 1e-12);
    }
}

TEST_CASE("Keller-Miksis holds term by term, with the rate of p_B taken by differences") {
    for (const Rheology rheology : {Rheology::newtonian, Rheology::carreau}) {
        const Scenario s = driven(RadialEquation::keller_miksis, rheology);
        const auto [R, U, dU] = motion(BubbleModel(s));
        const double rho = s.fluid.density, c = s.fluid.sound_speed;
        const auto along = [&, u = U, a = dU, r = R](double shift) {
            return excess(s, moving[0] + shift * u / r - 0.5 * shift * shift * (u * u / (r * r) - a / r), u + shift * a,
                          when + shift);
        };
        const double rate = test::difference_quotient(along, 0.0, 1e-11);
        const double left = (1.0 - U / c) * R * dU + 1.5 * (1.0 - U / (3.0 * c)) * U * U;
        const double right = (1.0 + U / c) * excess(s, moving[0], U, when) / rho + R / (rho * c) * rate;
        CHECK(relative_error(left, right) < 1e-8);  // rounding of 1e6 Pa over the 1e-11 s of the quotient
    }
}

TEST_CASE("an infinite speed of sound turns Keller-Miksis into Rayleigh-Plesset") {
    Scenario km = driven(RadialEquation::keller_miksis, Rheology::newtonian);
    km.fluid.sound_speed = 1e15;
    Scenario rp = km;
    rp.bubble.equation = RadialEquation::rayleigh_plesset;
    CHECK(relative_error(motion(BubbleModel(km)).dU, motion(BubbleModel(rp)).dU) < 1e-11);
}

TEST_CASE("a bubble at rest stays at rest; given a velocity it starts with it") {
    Scenario s = default_scenario(Kind::bubble);
    const BubbleModel still(s);
    State f;
    still.rates(std::span<const double>(still.rest()), 0.0, std::span<double>(f));
    CHECK(f[0] == 0.0);
    CHECK(std::abs(still.observe(0.0, still.rest()).volume_acceleration) < 1e-14 * 4.0 * pi * 1e-5 * 1e5 / 998.0);
    CHECK(still.radius(still.rest()) == s.bubble.nucleus_radius);
    s.bubble.initial_velocity = -3.0;
    const BubbleModel moved(s);
    CHECK(relative_error(moved.observe(0.0, moved.rest()).wall_velocity, -3.0) < 1e-15);
    CHECK(relative_error(moved.wall_velocity(moved.rest()), -3.0) < 1e-15);
}

TEST_CASE("linearised at rest it rings at Minnaert's frequency and decays by viscosity") {
    Scenario s = default_scenario(Kind::bubble);
    s.gas.polytropic_exponent = 1.4;
    const BubbleModel model(s);
    DenseLinearisation<BubbleModel> jacobian(model);
    State rates, in_time, first, second;
    jacobian.update(model.rest(), 0.0, rates, in_time);
    jacobian.multiply(State{1.0, 0.0}, first);
    jacobian.multiply(State{0.0, 1.0}, second);
    const double determinant = first[0] * second[1] - second[0] * first[1];
    const double trace = first[0] + second[1];
    const double R = 1e-5, rho = 998.0, p_g = 101325.0 + 2.0 * 0.0728 / R - 2339.0;
    CHECK(relative_error(determinant, (3.0 * 1.4 * p_g - 2.0 * 0.0728 / R) / (rho * R * R)) < 1e-13);
    CHECK(relative_error(trace, -4.0 * 1.002e-3 / (rho * R * R)) < 1e-13);
}

TEST_CASE("the far field is what the bubble feels and its listener is in the liquid") {
    const Scenario s = driven(RadialEquation::keller_miksis, Rheology::newtonian);
    const Sample now = BubbleModel(s).observe(when, moving);
    CHECK(relative_error(now.gap_pressure, 101325.0 - 6e4 * std::sin(2.0 * pi * 50e3 * when)) < 1e-14);
    CHECK(relative_error(now.pressure, 998.0 / (4.0 * pi * 0.3) * now.volume_acceleration) < 1e-14);
    CHECK(relative_error(now.bubble_volume, 4.0 / 3.0 * pi * std::pow(now.radius, 3)) < 1e-14);
    CHECK(BubbleModel(s).gap_rate(when, moving) == 0.0);
}
