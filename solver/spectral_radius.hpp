// Modulus of the largest eigenvalue of a Jacobian: how stiff the equations are right now.
#pragma once
#include <array>
#include <cmath>
#include <cstddef>

#include "solver/dual.hpp"

namespace synovia {

/// Power iteration with a remembered direction. The growth is averaged over a few products, so that a complex pair,
/// whose direction turns for ever, still yields its modulus. Within a factor of two: enough to choose a method.
template <std::size_t N>
class SpectralRadius {
public:
    SpectralRadius() { direction_.fill(1.0 / std::sqrt(static_cast<double>(N))); }

    /// `f` holds the Jacobian as partial derivatives f[i].d[j]; further partials are ignored.
    template <std::size_t M>
    double update(const std::array<Dual<M>, N>& f) {
        double growth = 1.0;
        for (int k = 0; k < products; ++k) growth *= multiply(f);
        return std::pow(growth, 1.0 / products);
    }

private:
    static constexpr int products = 4;

    template <std::size_t M>
    double multiply(const std::array<Dual<M>, N>& f) {
        std::array<double, N> image{};
        double norm2 = 0.0;
        for (std::size_t i = 0; i < N; ++i) {
            for (std::size_t j = 0; j < N; ++j) image[i] += f[i].d[j] * direction_[j];
            norm2 += image[i] * image[i];
        }
        const double norm = std::sqrt(norm2);
        if (!(norm > 0.0) || !std::isfinite(norm)) return 0.0;
        for (std::size_t i = 0; i < N; ++i) direction_[i] = image[i] / norm;
        return norm;
    }

    std::array<double, N> direction_;
};

}  // namespace synovia
