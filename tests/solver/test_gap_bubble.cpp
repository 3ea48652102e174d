#include "solver/gap_bubble.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <numbers>

#include "tests/solver/compare.hpp"

using namespace synovia;
using test::difference_quotient;
using test::relative_error;

namespace {

constexpr double pi = std::numbers::pi;
constexpr GapShape gap{6.9e-3, 1010.0, 1.0};

GapBubble<double> at(double V, double h) { return gap_bubble(gap, std::cbrt(3.0 * V / (4.0 * pi)), V, h); }

/// From a nucleus to a disc as wide as the gap.
constexpr std::array<std::array<double, 2>, 5> places{
    {{4.2e-18, 1e-4}, {1e-9, 6e-4}, {6e-8, 6e-4}, {3.2e-7, 2.8e-3}, {2e-9, 2e-2}}};

}  // namespace

TEST_CASE("inertances of a sphere, of a disc and of one that fills the gap are as computed elsewhere") {
    const auto check = [](double V, double h, double I, double N, double M) {
        const auto b = at(V, h);
        CHECK(relative_error(b.I.value, I) < 1e-10);
        CHECK(relative_error(b.N.value, N) < 1e-10);
        CHECK(relative_error(b.M.value, M) < 1e-10);
    };
    check(1e-9, 6e-4, 5.9941433030e5, -2.3233835404e1, 2.0192696704e-3);
    check(6e-8, 6e-4, 8.2798063554e4, -1.0668556257e1, 1.4030678330e-3);
    check(3.2e-7, 2.8e-3, 3.1642966872e4, -4.5310587410, 6.5863753321e-4);
    CHECK(relative_error(at(1e-9, 6e-4).I.l / 1e-9, -1.1463702064e14) < 1e-10);
    CHECK(relative_error(at(1e-9, 6e-4).I.e / 6e-4, -8.3352914154e8) < 1e-10);
}

TEST_CASE("slopes and curvatures are those of differences") {
    for (const auto& place : places) {
        const double V = place[0], h = place[1];  // clang 14 lets no lambda capture a structured binding
        const auto b = at(V, h);
        const auto c = curvatures(gap, b, h);
        const auto along_l = [&](auto f) {
            return difference_quotient([&](double s) { return f(at(V * std::exp(s), h)); }, 0.0, 1e-3);
        };
        const auto along_e = [&](auto f) {
            return difference_quotient([&](double s) { return f(at(V, h * std::exp(s))); }, 0.0, 1e-3);
        };
        const auto near = [](double quotient, double slope,
                             double size) {  // of f: rounding of f over the step is 1e-13
            return std::abs(quotient - slope) < 1e-9 * std::abs(slope) + 1e-12 * std::abs(size);
        };
        const auto first = [&](auto value, const auto& slopes) {
            CHECK(near(along_l(value), slopes.l, slopes.value));
            CHECK(near(along_e(value), slopes.e, slopes.value));
        };
        const auto second = [&](auto of, const Curvature& curvature) {
            const auto l = [&](const auto& g) { return of(g).l; };
            const auto e = [&](const auto& g) { return of(g).e; };
            const double size = of(b).value;
            first([&](const auto& g) { return of(g).value; }, of(b));
            CHECK(near(along_l(l), curvature.ll, size));
            CHECK(near(along_e(l), curvature.le, size));
            CHECK(near(along_l(e), curvature.le, size));
            CHECK(near(along_e(e), curvature.ee, size));
        };
        second([](const auto& g) { return g.I; }, c.I);
        second([](const auto& g) { return g.N; }, c.N);
        second([](const auto& g) { return g.M; }, c.M);
        first([](const auto& g) { return g.D_VV; }, c.D_VV);
        first([](const auto& g) { return g.D_Vh; }, c.D_Vh);
        first([](const auto& g) { return g.D_hh; }, c.D_hh);
        first([](const auto& g) { return g.sphere; }, c.sphere);
    }
}

TEST_CASE("in a wide gap the bubble is a sphere in free liquid, but for the rim") {
    const double V = 1e-9, h = 100.0, R = std::cbrt(3.0 * V / (4.0 * pi));
    const GapShape wide{1000.0, 1010.0, 0.0};
    const auto b = gap_bubble(wide, R, V, h);
    CHECK(relative_error(b.I.value, 1010.0 / (4.0 * pi * R)) < 1e-4);  // R/h
    CHECK(relative_error(b.sphere, 1.0 / (R * R * R)) < 1e-10);
}

TEST_CASE("an empty gap resists like Stefan's film") {
    // F = 3 pi mu a^4/(2 h^3) hd, and the tension in its middle 3 mu a^2/h^3 hd (Stefan 1874)
    const double h = 1e-4, a = gap.radius;
    const auto b = at(4.2e-21, h);
    CHECK(relative_error(b.D_hh, 1.5 * pi * std::pow(a, 4) / std::pow(h, 3)) < 1e-3);
    CHECK(relative_error(-b.D_Vh, 3.0 * a * a / std::pow(h, 3)) < 1e-3);
}

TEST_CASE("kinetic energy and friction are positive whatever moves") {
    for (const auto& [V, h] : places) {
        const auto b = at(V, h);
        CHECK(b.I.value > 0.0);
        CHECK(b.I.value * b.M.value > b.N.value * b.N.value);
        CHECK(b.D_VV * b.D_hh >= b.D_Vh * b.D_Vh);
    }
}
