// Functions of which C libraries differ in the last digit. The steps of the solver follow that digit, and programs of
// one source would tell different numbers. These need nothing but arithmetic and exp and log, which are the same in
// glibc without FMA, musl and newlib.
#pragma once
#include <cmath>
#include <cstdint>
#include <cstring>
#include <numbers>

namespace synovia::elementary {

/// Cube root of a normal x > 0, to 1 ulp. A third of the exponent and of the mantissa is off by up to 3.3 %; with
/// u = t^3/x - 1, x^(1/3) = t (1 + u)^(-1/3), first by its series, then by Halley's step.
inline double cbrt(double x) {
    std::uint64_t bits;
    std::memcpy(&bits, &x, sizeof bits);
    bits = bits / 3 + 0x2A9F7893782DA1CE;
    double t;
    std::memcpy(&t, &bits, sizeof t);
    const double u = t * t * t / x - 1.0;
    t *= 1.0 - u * (1.0 / 3.0 - u * (2.0 / 9.0 - u * (14.0 / 81.0 - u * (35.0 / 243.0))));
    const double cube = t * t * t;
    return t + t * ((x - cube) / (2.0 * cube + x));
}

/// ln(1 + x) for x > -1, to 2.5 ulp, infinite where x is. 1 + x is rounded to w, and ln(w)/(w - 1) hardly changes on
/// the way: W. Kahan in Higham, Accuracy and Stability of Numerical Algorithms (2002), section 1.14.1.
inline double log1p(double x) {
    const double w = 1.0 + x;
    return w == 1.0 ? x : std::isinf(w) ? w : std::log(w) * (x / (w - 1.0));
}

/// exp(x) - 1, to 2.5 ulp, infinite where exp is. The same way: (w - 1)/ln(w) hardly changes, unless w is too small to
/// have a logarithm of its digits.
inline double expm1(double x) {
    const double w = std::exp(x);
    if (w < 1e-17) return -1.0;
    return w == 1.0 ? x : std::isinf(w) ? w : (w - 1.0) * (x / std::log(w));
}

/// sin and cos of r for |r| <= pi/4 by their series, whose next terms are below 1e-17 of them.
inline double sin_series(double r) {
    const double z = r * r;
    double s = 1.0 - z * (1.0 / (15.0 * 14.0)) * (1.0 - z * (1.0 / (17.0 * 16.0)));
    s = 1.0 - z * (1.0 / (11.0 * 10.0)) * (1.0 - z * (1.0 / (13.0 * 12.0)) * s);
    s = 1.0 - z * (1.0 / (7.0 * 6.0)) * (1.0 - z * (1.0 / (9.0 * 8.0)) * s);
    return r - r * (z * (1.0 / 6.0) * (1.0 - z * (1.0 / 20.0) * s));
}
inline double cos_series(double r) {
    const double z = r * r;
    double s = 1.0 - z * (1.0 / (14.0 * 13.0)) * (1.0 - z * (1.0 / (16.0 * 15.0)));
    s = 1.0 - z * (1.0 / (10.0 * 9.0)) * (1.0 - z * (1.0 / (12.0 * 11.0)) * s);
    s = 1.0 - z * (1.0 / (6.0 * 5.0)) * (1.0 - z * (1.0 / (8.0 * 7.0)) * s);
    return 1.0 - z * 0.5 * (1.0 - z * (1.0 / 12.0) * s);
}

/// sin(x + turn pi/2), |x| below a million, to 1.5 ulp, next to its zeros to 1e-20; for a larger x the C
/// library's. pi/2 is taken off in two parts, the first of 33 bits: W. J. Cody and W. Waite, Software Manual for the
/// Elementary Functions (1980), chapter 8.
inline double sin_turned(double x, int turn) {
    if (!(std::abs(x) < 1e6)) return turn == 0 ? std::sin(x) : std::cos(x);  // nothing the solver asks for
    constexpr double first = 1.57079632673412561417, second = 6.07710050650619224932e-11;
    const double quarters = std::nearbyint(x * (2.0 * std::numbers::inv_pi));
    const double r = (x - quarters * first) - quarters * second;
    const int quadrant = (static_cast<int>(quarters - 4.0 * std::floor(0.25 * quarters)) + turn) % 4;
    const double s = quadrant % 2 == 0 ? sin_series(r) : cos_series(r);
    return quadrant < 2 ? s : -s;
}
inline double sin(double x) { return sin_turned(x, 0); }
inline double cos(double x) { return sin_turned(x, 1); }

}  // namespace synovia::elementary
