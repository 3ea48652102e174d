#include "solver/far_field.hpp"

#include <doctest/doctest.h>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

constexpr double p0 = 1e5, p_a = 3e4, f = 50e3, T = 2e-5;

Pressure pressure_of(PressureKind kind) {
    Pressure pressure;
    pressure.kind = kind;
    pressure.ambient = p0;
    pressure.amplitude = p_a;
    pressure.frequency = f;
    pressure.duration = T;
    return pressure;
}

/// The rate must be the derivative; relative to p_a/T, the difference quotient is good to (h/T)^4 and rounding.
void check_rate(const FarField& far, double t) {
    const double slope = test::difference_quotient([&](double u) { return far.at(u).value; }, t, 1e-3 * T);
    CHECK(std::abs(far.at(t).rate - slope) < 1e-7 * p_a / T);
}

}  // namespace

TEST_CASE("constant: the ambient pressure, always") {
    const FarField far(pressure_of(PressureKind::constant));
    for (const double t : {0.0, 1.0}) {
        CHECK(far.at(t).value == p0);
        CHECK(far.at(t).rate == 0.0);
    }
    CHECK(far.knots().empty());
}

TEST_CASE("step: down by the amplitude from the start") {
    const FarField far(pressure_of(PressureKind::step));
    CHECK(far.at(0.0).value == p0 - p_a);
    CHECK(far.at(1.0).value == p0 - p_a);
    CHECK(far.at(0.5).rate == 0.0);
    CHECK(far.knots().empty());
}

TEST_CASE("sine: tension first, without an end unless cycles are given") {
    const FarField far(pressure_of(PressureKind::sine));
    CHECK(far.at(0.0).value == p0);
    CHECK(test::relative_error(far.at(0.25 / f).value, p0 - p_a) < 1e-14);
    CHECK(test::relative_error(far.at(1000.75 / f).value, p0 + p_a) < 1e-14);
    CHECK(far.knots().empty());
    for (const double t : {0.1 / f, 0.6 / f, 7.3 / f}) check_rate(far, t);
}

TEST_CASE("sine: after the given cycles the ambient pressure, and a knot where it ends") {
    Pressure pressure = pressure_of(PressureKind::sine);
    pressure.cycles = 2.5;
    const FarField far(pressure);
    CHECK(test::relative_error(far.at(2.25 / f).value, p0 - p_a) < 1e-14);
    CHECK(far.at(2.6 / f).value == p0);
    CHECK(far.at(2.6 / f).rate == 0.0);
    CHECK(far.knots() == std::vector<double>{2.5 / f});
}

TEST_CASE("pulse: sin^2, deepest in the middle, then the ambient pressure") {
    const FarField far(pressure_of(PressureKind::pulse));
    CHECK(far.at(0.0).value == p0);
    CHECK(test::relative_error(far.at(0.5 * T).value, p0 - p_a) < 1e-14);
    CHECK(test::relative_error(far.at(0.25 * T).value, p0 - 0.5 * p_a) < 1e-14);
    CHECK(far.at(T).value == p0);
    CHECK(far.at(2.0 * T).rate == 0.0);
    CHECK(far.knots() == std::vector<double>{T});
    for (const double t : {0.1 * T, 0.5 * T, 0.8 * T}) check_rate(far, t);
}

TEST_CASE("table: through its points, a knot at each") {
    Pressure pressure = pressure_of(PressureKind::table);
    pressure.table_time = {0.0, 1e-5, 3e-5};
    pressure.table_pressure = {1e5, -2e4, 5e4};
    const FarField far(pressure);
    CHECK(test::relative_error(far.at(1e-5).value, -2e4) < 1e-14);
    CHECK(far.at(-1.0).value == 1e5);
    CHECK(far.at(1.0).value == 5e4);
    CHECK(far.knots() == std::vector<double>{0.0, 1e-5, 3e-5});
    for (const double t : {0.4e-5, 2.2e-5}) check_rate(far, t);
}

TEST_CASE("duals carry the rate") {
    const FarField far(pressure_of(PressureKind::pulse));
    const auto p = far.at(Dual<1>::variable(0.3 * T, 0));
    CHECK(test::relative_error(p.value.d[0], p.rate.v) < 1e-14);
}
