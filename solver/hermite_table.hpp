// A quantity given at points in time: value and rate at each, a cubic between them.
#pragma once
#include <algorithm>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

#include "solver/hand.hpp"

namespace synovia {

/// Piecewise cubic Hermite through (t_i, x_i, v_i): value and rate are continuous inside, the acceleration jumps at the
/// points, so an integrator must stop at them. Constant outside.
class HermiteTable {
public:
    HermiteTable() = default;
    /// Precondition: t strictly increasing, sizes equal, >= 2.
    HermiteTable(std::span<const double> t, std::span<const double> x, std::span<const double> v)
        : t_(t.begin(), t.end()), x_(x.begin(), x.end()), v_(v.begin(), v.end()) {
        assert(t.size() >= 2 && x.size() == t.size() && v.size() == t.size());
    }

    template <class T>
    Motion<T> at(const T& t) const {
        if (value(t) < t_.front()) return {T(x_.front()), T(0.0), T(0.0)};
        if (value(t) > t_.back()) return {T(x_.back()), T(0.0), T(0.0)};
        return piece(piece_at(value(t))).at(t);
    }

    std::span<const double> times() const { return t_; }  ///< of the points
    std::size_t pieces() const { return t_.size() - 1; }
    /// The cubic from point i to point i + 1.
    CubicPiece piece(std::size_t i) const { return {t_[i], t_[i + 1], x_[i], x_[i + 1], v_[i], v_[i + 1]}; }

private:
    std::size_t piece_at(double t) const {
        const auto right = std::upper_bound(t_.begin(), t_.end(), t);
        return std::min(static_cast<std::size_t>(right - t_.begin()), pieces()) - 1;
    }

    std::vector<double> t_, x_, v_;
};

}  // namespace synovia
