// The partial derivatives of one quantity of a pocket with respect to everything it can depend on.
#pragma once
#include <array>
#include <cstddef>

namespace synovia {

/// With respect to the pocket's own state, in the order in which it is eliminated, then the bone's, then dv/dt.
struct Row {
    enum Index : std::size_t { omega, co2, n2, o2, theta, wall, lambda, U, x, v, refill, dv, size };

    std::array<double, size> d{};

    double& operator[](std::size_t i) { return d[i]; }
    double operator[](std::size_t i) const { return d[i]; }

    /// this += factor * other
    Row& add(double factor, const Row& other) {
        for (std::size_t i = 0; i < size; ++i) d[i] += factor * other.d[i];
        return *this;
    }
    Row& scale(double factor) {
        for (double& partial : d) partial *= factor;
        return *this;
    }
};

}  // namespace synovia
