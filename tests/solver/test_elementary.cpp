#include "solver/elementary.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace synovia::elementary {
namespace {

constexpr int points = 20'000;

/// Largest distance of f from the longer function g over points of x(0..1), in units of the last place of a double.
template <class F, class G, class X>
double worst_ulp(F f, G g, X x) {
    double worst = 0.0;
    for (int i = 0; i < points; ++i) {
        const double at = x((i + 0.5) / points);
        const long double exact = g(static_cast<long double>(at));
        const double unit = std::ldexp(1.0, std::ilogb(static_cast<double>(exact)) - 52);
        worst = std::max(worst, std::abs(static_cast<double>(f(at) - exact)) / unit);
    }
    return worst;
}

TEST_CASE("elementary: cbrt, log1p and expm1 over their range") {
    const auto any_size = [](double s) { return std::exp2(-900.0 + 1800.0 * s) * (1.0 + s); };
    CHECK(worst_ulp(
              &elementary::cbrt, [](long double x) { return std::cbrt(x); }, any_size) < 1.0);
    const auto layer = [](double s) { return std::exp2(-60.0 + 120.0 * s); };
    CHECK(worst_ulp(
              &elementary::log1p, [](long double x) { return std::log1p(x); }, layer) < 2.5);
    const auto before = [](double s) { return -std::exp2(-60.0 + 65.3 * s); };  // to exp(-39) and beyond
    CHECK(worst_ulp(
              &elementary::expm1, [](long double x) { return std::expm1(x); }, before) < 2.5);
    const auto clock = [](double s) { return std::exp2(-60.0 + 69.0 * s); };
    CHECK(worst_ulp(
              &elementary::expm1, [](long double x) { return std::expm1(x); }, clock) < 2.5);
}

TEST_CASE("elementary: sine and cosine, near their zeros too") {
    const auto sine = [](long double x) { return std::sin(x); };
    const auto cosine = [](long double x) { return std::cos(x); };
    const auto some_turns = [](double s) { return 200.0 * (s - 0.5); };
    CHECK(worst_ulp(&elementary::sin, sine, some_turns) < 1.5);
    CHECK(worst_ulp(&elementary::cos, cosine, some_turns) < 1.5);
    for (int quarters = 1; quarters < 500'000; quarters += 7) {
        const double x = quarters * 0.5 * std::numbers::pi;
        const bool zero_of_sine = quarters % 2 == 0;
        const long double exact = zero_of_sine ? sine(x) : cosine(x);
        CHECK(std::abs((zero_of_sine ? elementary::sin(x) : elementary::cos(x)) - exact) < 1e-20L);
    }
}

TEST_CASE("elementary: where the way of computing could fail") {
    CHECK(elementary::log1p(0.0) == 0.0);
    CHECK(elementary::expm1(0.0) == 0.0);
    CHECK(elementary::log1p(1e-20) == 1e-20);
    CHECK(elementary::expm1(1e-20) == 1e-20);
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(elementary::expm1(1000.0) == infinity);
    CHECK(elementary::log1p(infinity) == infinity);
    CHECK(elementary::log1p(1e308) == std::log(1e308));
    for (const double x : {-infinity, -1e4, -746.0, -740.0, -40.0}) CHECK(elementary::expm1(x) == -1.0);
    CHECK(elementary::cbrt(27.0) == 3.0);
    CHECK(elementary::sin(0.0) == 0.0);
    CHECK(elementary::cos(0.0) == 1.0);
    for (const double x : {infinity, -infinity, std::numeric_limits<double>::quiet_NaN()}) {
        CHECK(std::isnan(elementary::sin(x)));
        CHECK(std::isnan(elementary::cos(x)));
    }
    CHECK(std::abs(elementary::sin(1e300)) <= 1.0);
}

}  // namespace
}  // namespace synovia::elementary
