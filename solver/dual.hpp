// Forward-mode dual numbers: a value and its N partial derivatives, carried through the same templated physics.
// They give the Rosenbrock stepper an exact Jacobian. Source of the rules: the chain rule.
#pragma once
#include <array>
#include <cmath>
#include <cstddef>

#include "solver/elementary.hpp"

namespace synovia {

template <std::size_t N>
struct Dual {
    double v = 0.0;             ///< value
    std::array<double, N> d{};  ///< partial derivatives

    Dual() = default;
    Dual(double value) : v(value) {}  // implicit: constants mix with duals in formulas

    /// The i-th independent variable.
    static Dual variable(double value, std::size_t i) {
        Dual x(value);
        x.d[i] = 1.0;
        return x;
    }
    /// f(this) for a function with this value and this slope.
    Dual chain(double value, double slope) const {
        Dual y(value);
        for (std::size_t i = 0; i < N; ++i) y.d[i] = slope * d[i];
        return y;
    }

    Dual& operator+=(const Dual& b) {
        v += b.v;
        for (std::size_t i = 0; i < N; ++i) d[i] += b.d[i];
        return *this;
    }
    Dual& operator-=(const Dual& b) {
        v -= b.v;
        for (std::size_t i = 0; i < N; ++i) d[i] -= b.d[i];
        return *this;
    }
    Dual& operator*=(double b) {
        v *= b;
        for (std::size_t i = 0; i < N; ++i) d[i] *= b;
        return *this;
    }
    Dual& operator*=(const Dual& b) {
        for (std::size_t i = 0; i < N; ++i) d[i] = d[i] * b.v + v * b.d[i];
        v *= b.v;
        return *this;
    }
    Dual& operator/=(const Dual& b) {
        const double inverse = 1.0 / b.v;
        v *= inverse;
        for (std::size_t i = 0; i < N; ++i) d[i] = (d[i] - v * b.d[i]) * inverse;
        return *this;
    }

    friend Dual operator-(const Dual& a) { return a.chain(-a.v, -1.0); }
    friend Dual operator+(Dual a, const Dual& b) { return a += b; }
    friend Dual operator-(Dual a, const Dual& b) { return a -= b; }
    friend Dual operator*(Dual a, const Dual& b) { return a *= b; }
    friend Dual operator/(Dual a, const Dual& b) { return a /= b; }
    friend Dual operator+(Dual a, double b) {
        a.v += b;
        return a;
    }
    friend Dual operator+(double a, Dual b) {
        b.v += a;
        return b;
    }
    friend Dual operator-(Dual a, double b) {
        a.v -= b;
        return a;
    }
    friend Dual operator-(double a, const Dual& b) { return b.chain(a - b.v, -1.0); }
    friend Dual operator*(const Dual& a, double b) { return a.chain(a.v * b, b); }
    friend Dual operator*(double a, const Dual& b) { return b * a; }
    friend Dual operator/(const Dual& a, double b) { return a * (1.0 / b); }
    friend Dual operator/(double a, const Dual& b) { return b.chain(a / b.v, -a / (b.v * b.v)); }
};

template <std::size_t N>
Dual<N> exp(const Dual<N>& x) {
    const double e = std::exp(x.v);
    return x.chain(e, e);
}
/// Base > 0, constant exponent.
template <std::size_t N>
Dual<N> pow(const Dual<N>& x, double exponent) {
    const double y = std::pow(x.v, exponent);
    return x.chain(y, exponent * y / x.v);
}
template <std::size_t N>
Dual<N> sqrt(const Dual<N>& x) {
    const double root = std::sqrt(x.v);
    return x.chain(root, 0.5 / root);
}
template <std::size_t N>
Dual<N> sin(const Dual<N>& x) {
    return x.chain(elementary::sin(x.v), elementary::cos(x.v));
}
template <std::size_t N>
Dual<N> cbrt(const Dual<N>& x) {
    const double root = elementary::cbrt(x.v);
    return x.chain(root, root / (3.0 * x.v));
}
template <std::size_t N>
Dual<N> log(const Dual<N>& x) {
    return x.chain(std::log(x.v), 1.0 / x.v);
}
template <std::size_t N>
Dual<N> cos(const Dual<N>& x) {
    return x.chain(elementary::cos(x.v), -elementary::sin(x.v));
}
template <std::size_t N>
Dual<N> abs(const Dual<N>& x) {
    return x.v < 0.0 ? -x : x;
}

/// The plain number in a double or a dual, for comparisons.
inline double value(double x) { return x; }
template <std::size_t N>
double value(const Dual<N>& x) {
    return x.v;
}

}  // namespace synovia
