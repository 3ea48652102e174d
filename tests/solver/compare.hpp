// Comparisons of numbers of any size.
#pragma once
#include <cmath>

namespace synovia::test {

/// |value - expected|/|expected|; expected is not zero. A NaN stays one and fails every `<`.
inline double relative_error(double value, double expected) { return std::abs(value - expected) / std::abs(expected); }

/// df/dx by the central difference of order four; its error is about h^4 f'''''/30 plus rounding of f over h.
template <class F>
double difference_quotient(F f, double x, double h) {
    return (8.0 * (f(x + h) - f(x - h)) - (f(x + 2.0 * h) - f(x - 2.0 * h))) / (12.0 * h);
}

}  // namespace synovia::test
