#include "solver/monotone_cubic.hpp"

#include <cassert>
#include <cmath>
#include <vector>

namespace synovia {
namespace {

/// Weighted harmonic mean of the secant slopes d1, d2 on intervals h1, h2; 0 at a local extremum.
double interior_slope(double h1, double h2, double d1, double d2) {
    if (d1 * d2 <= 0.0) return 0.0;
    const double w1 = 2.0 * h2 + h1, w2 = h2 + 2.0 * h1;
    return (w1 + w2) / (w1 / d1 + w2 / d2);
}

/// One-sided three-point slope at an end, limited so that the shape is kept; (h1, d1) is the interval at the end.
double end_slope(double h1, double h2, double d1, double d2) {
    const double d = ((2.0 * h1 + h2) * d1 - h1 * d2) / (h1 + h2);
    if (d * d1 <= 0.0) return 0.0;
    return d1 * d2 <= 0.0 && std::abs(d) > 3.0 * std::abs(d1) ? 3.0 * d1 : d;
}

}  // namespace

HermiteTable monotone_cubic(std::span<const double> x, std::span<const double> y) {
    assert(x.size() == y.size() && x.size() >= 2);
    const auto length = [&](std::size_t i) { return x[i + 1] - x[i]; };
    const auto secant = [&](std::size_t i) { return (y[i + 1] - y[i]) / length(i); };
    const std::size_t last = x.size() - 1;
    std::vector<double> slope(x.size(), secant(0));  // all there is to know of two points
    if (last > 1) {
        for (std::size_t i = 1; i < last; ++i)
            slope[i] = interior_slope(length(i - 1), length(i), secant(i - 1), secant(i));
        slope[0] = end_slope(length(0), length(1), secant(0), secant(1));
        slope[last] = end_slope(length(last - 1), length(last - 2), secant(last - 1), secant(last - 2));
    }
    return {x, y, slope};
}

}  // namespace synovia
