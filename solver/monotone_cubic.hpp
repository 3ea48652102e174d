// Shape-preserving cubic interpolation: no overshoot between the points of a measured pressure record.
#pragma once
#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "solver/hand.hpp"

namespace synovia {

/// Piecewise cubic Hermite through (x_i, y_i) with the limited harmonic-mean slopes of Fritsch & Butland,
/// SIAM J. Sci. Stat. Comput. 5, 300 (1984), limited one-sided slopes at the ends ("PCHIP"); constant outside.
/// Precondition: x strictly increasing, sizes equal, >= 2.
class MonotoneCubic {
public:
    MonotoneCubic() = default;
    MonotoneCubic(std::span<const double> x, std::span<const double> y);

    /// Value and rate at t.
    template <class T>
    Motion<T> at(const T& t) const {
        if (value(t) <= x_.front()) return {T(y_.front()), T(0.0), T(0.0)};
        if (value(t) >= x_.back()) return {T(y_.back()), T(0.0), T(0.0)};
        const auto right = std::upper_bound(x_.begin(), x_.end(), value(t));
        const std::size_t i = static_cast<std::size_t>(right - x_.begin()) - 1;
        return CubicPiece{x_[i], x_[i + 1], y_[i], y_[i + 1], slope_[i], slope_[i + 1]}.at(t);
    }

private:
    std::vector<double> x_, y_, slope_;
};

}  // namespace synovia
