#include "solver/monotone_cubic.hpp"

#include <cassert>
#include <cmath>

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

MonotoneCubic::MonotoneCubic(std::span<const double> x, std::span<const double> y)
    : x_(x.begin(), x.end()), y_(y.begin(), y.end()), slope_(x.size(), 0.0) {
    assert(x.size() == y.size() && x.size() >= 2);
    const auto secant = [&](std::size_t i) { return (y_[i + 1] - y_[i]) / (x_[i + 1] - x_[i]); };
    for (std::size_t i = 1; i + 1 < x_.size(); ++i)
        slope_[i] = interior_slope(x_[i] - x_[i - 1], x_[i + 1] - x_[i], secant(i - 1), secant(i));
    const std::size_t last = x_.size() - 1;
    if (last == 1) {
        slope_ = {secant(0), secant(0)};
        return;
    }
    slope_[0] = end_slope(x_[1] - x_[0], x_[2] - x_[1], secant(0), secant(1));
    slope_[last] = end_slope(x_[last] - x_[last - 1], x_[last - 1] - x_[last - 2], secant(last - 1), secant(last - 2));
}

}  // namespace synovia
