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
        const auto check = [&](auto quantity, const Curvature* curvature) {
            const auto along_l = [&](auto part) {
                return difference_quotient([&](double s) { return part(quantity(at(V * std::exp(s), h))); }, 0.0, 1e-3);
            };
            const auto along_e = [&](auto part) {
                return difference_quotient([&](double s) { return part(quantity(at(V, h * std::exp(s)))); }, 0.0, 1e-3);
            };
            const auto value = [](const auto& q) { return q.value; };
            const auto l = [](const auto& q) { return q.l; };
            const auto e = [](const auto& q) { return q.e; };
            const auto q = quantity(b);
            const double size = std::abs(q.value);  // rounding of the value over the step, 1e-13
            CHECK(std::abs(along_l(value) - q.l) < 1e-9 * std::abs(q.l) + 1e-12 * size);
            CHECK(std::abs(along_e(value) - q.e) < 1e-9 * std::abs(q.e) + 1e-12 * size);
            if (curvature == nullptr) return;
            CHECK(std::abs(along_l(l) - curvature->ll) < 1e-9 * std::abs(curvature->ll) + 1e-12 * size);
            CHECK(std::abs(along_e(l) - curvature->le) < 1e-9 * std::abs(curvature->le) + 1e-12 * size);
            CHECK(std::abs(along_l(e) - curvature->le) < 1e-9 * std::abs(curvature->le) + 1e-12 * size);
            CHECK(std::abs(along_e(e) - curvature->ee) < 1e-9 * std::abs(curvature->ee) + 1e-12 * size);
        };
        check([](const auto& g) { return g.I; }, &c.I);
        check([](const auto& g) { return g.N; }, &c.N);
        check([](const auto& g) { return g.M; }, &c.M);
        check([](const auto& g) { return g.D_VV; }, nullptr);
        check([](const auto& g) { return g.D_Vh; }, nullptr);
        check([](const auto& g) { return g.D_hh; }, nullptr);
        check([](const auto& g) { return g.sphere; }, nullptr);
    }
}

TEST_CASE("in a wide gap the bubble is a sphere in free liquid, but for the rim") {
    const double V = 1e-9, h = 100.0, R = std::cbrt(3.0 * V / (4.0 * pi));
    const GapShape wide{1000.0, 1010.0, 0.0};
    const auto b = gap_bubble(wide, R, V, h);
    CHECK(relative_error(b.I.value, 1010.0 / (4.0 * pi * R)) < 1e-4);  // R/h
    CHECK(relative_error(b.sphere.value, 1.0 / (R * R * R)) < 1e-10);
}

TEST_CASE("an empty gap resists like Stefan's film") {
    // F = 3 pi mu a^4/(2 h^3) hd, and the tension in its middle 3 mu a^2/h^3 hd (Stefan 1874)
    const double h = 1e-4, a = gap.radius;
    const auto b = at(4.2e-21, h);
    CHECK(relative_error(b.D_hh.value, 1.5 * pi * std::pow(a, 4) / std::pow(h, 3)) < 1e-3);
    CHECK(relative_error(-b.D_Vh.value, 3.0 * a * a / std::pow(h, 3)) < 1e-3);
}

TEST_CASE("kinetic energy and friction are positive whatever moves") {
    for (const auto& [V, h] : places) {
        const auto b = at(V, h);
        CHECK(b.I.value > 0.0);
        CHECK(b.I.value * b.M.value > b.N.value * b.N.value);
        CHECK(b.D_VV.value * b.D_hh.value >= b.D_Vh.value * b.D_Vh.value);
    }
}
