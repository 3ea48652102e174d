// Roots and maxima of smooth functions inside a bracket, for events on dense output.
#pragma once
#include <cmath>

namespace synovia {

/// A root of f in [a, b] by bisection to the last bit. Precondition: f(a) and f(b) differ in sign (or one is zero).
template <class F>
double bisect(F f, double a, double b) {
    const bool rising = f(b) > f(a);
    while (true) {
        const double middle = 0.5 * (a + b);
        if (!(middle > a && middle < b)) return middle;
        const double y = f(middle);
        if (y == 0.0) return middle;
        ((y > 0.0) == rising ? b : a) = middle;
    }
}

/// The place of the largest f in [a, b] by golden-section search, to about 1e-9 of the bracket: f must be unimodal
/// there. Source: Kiefer, Proc. Am. Math. Soc. 4, 502 (1953).
template <class F>
double golden_maximum(F f, double a, double b) {
    constexpr double ratio = 0.61803398874989484820;
    double left = b - ratio * (b - a), right = a + ratio * (b - a);
    double f_left = f(left), f_right = f(right);
    for (int i = 0; i < 43; ++i) {  // 0.618^43 = 1e-9
        if (f_left > f_right) {
            b = right;
            right = left;
            f_right = f_left;
            left = b - ratio * (b - a);
            f_left = f(left);
        } else {
            a = left;
            left = right;
            f_left = f_right;
            right = a + ratio * (b - a);
            f_right = f(right);
        }
    }
    return 0.5 * (a + b);
}

}  // namespace synovia
