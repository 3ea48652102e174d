#include "solver/dual.hpp"

#include <doctest/doctest.h>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

using D = Dual<2>;
constexpr double X = 1.3, Y = -0.7;
const D x = D::variable(X, 0), y = D::variable(Y, 1);

// Closed forms and rules differ by the rounding of a few operations only, one of them the C library's.
constexpr double rounding = 8e-16;

void check(const D& f, double value, double dx, double dy) {
    CHECK(std::abs(f.v - value) <= rounding * std::abs(value));
    CHECK(std::abs(f.d[0] - dx) <= rounding * std::abs(dx));
    CHECK(std::abs(f.d[1] - dy) <= rounding * std::abs(dy));
}

}  // namespace

TEST_CASE("a constant has no derivatives, a variable its own") {
    check(D(2.5), 2.5, 0.0, 0.0);
    check(x, X, 1.0, 0.0);
    check(y, Y, 0.0, 1.0);
}

TEST_CASE("sums, differences and the sign") {
    check(x + y, X + Y, 1.0, 1.0);
    check(x - y, X - Y, 1.0, -1.0);
    check(-x, -X, -1.0, 0.0);
    check(x + 2.0, X + 2.0, 1.0, 0.0);
    check(2.0 + x, X + 2.0, 1.0, 0.0);
    check(y - 2.0, Y - 2.0, 0.0, 1.0);
    check(2.0 - y, 2.0 - Y, 0.0, -1.0);
}

TEST_CASE("products and quotients") {
    check(x * y, X * Y, Y, X);
    check(x / y, X / Y, 1.0 / Y, -X / (Y * Y));
    check(x * 3.0, 3.0 * X, 3.0, 0.0);
    check(3.0 * y, 3.0 * Y, 0.0, 3.0);
    check(x / 4.0, X / 4.0, 0.25, 0.0);
    check(4.0 / y, 4.0 / Y, 0.0, -4.0 / (Y * Y));
}

TEST_CASE("assignment operators act in place") {
    D f = x;
    f += y;
    f *= y;
    check(f, (X + Y) * Y, Y, X + 2.0 * Y);
    f -= x;
    f *= 2.0;
    check(f, 2.0 * ((X + Y) * Y - X), 2.0 * (Y - 1.0), 2.0 * (X + 2.0 * Y));
    D g = x;
    g /= y;
    check(g, X / Y, 1.0 / Y, -X / (Y * Y));
}

TEST_CASE("a dual times itself in place is its square") {
    D f = x;
    f *= f;
    check(f, X * X, 2.0 * X, 0.0);
}

TEST_CASE("elementary functions") {
    check(exp(x), std::exp(X), std::exp(X), 0.0);
    check(sqrt(x), std::sqrt(X), 0.5 / std::sqrt(X), 0.0);
    check(sin(y), std::sin(Y), 0.0, std::cos(Y));
    check(cos(y), std::cos(Y), 0.0, -std::sin(Y));
    check(pow(x, -0.3), std::pow(X, -0.3), -0.3 * std::pow(X, -1.3), 0.0);
    check(abs(x), X, 1.0, 0.0);
    check(abs(y), -Y, 0.0, -1.0);
}

TEST_CASE("a composed formula equals its difference quotients") {
    const auto f = [](const auto& a, const auto& b) {
        using elementary::cos, elementary::sin;
        using std::exp, std::sqrt;
        return sin(a * b) / (2.0 + cos(b)) + sqrt(a) * exp(-b);
    };
    const D exact = f(x, y);
    // h^4 = 1e-12 times derivatives of order one
    CHECK(std::abs(exact.d[0] - test::difference_quotient([&](double a) { return f(a, Y); }, X, 1e-3)) < 1e-11);
    CHECK(std::abs(exact.d[1] - test::difference_quotient([&](double b) { return f(X, b); }, Y, 1e-3)) < 1e-11);
}

TEST_CASE("value() reads a number and a dual alike") {
    CHECK(value(1.5) == 1.5);
    CHECK(value(x) == X);
}
