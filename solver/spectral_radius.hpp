// Modulus of the largest eigenvalue of a Jacobian: how stiff the equations are right now.
#pragma once
#include <cmath>
#include <cstddef>
#include <vector>

namespace synovia {

/// Power iteration with a remembered direction. The growth is averaged over a few products, so that a complex pair,
/// whose direction turns for ever, still yields its modulus. Within a factor of two: enough to choose a method.
class SpectralRadius {
public:
    explicit SpectralRadius(std::size_t size)
        : direction_(size, 1.0 / std::sqrt(static_cast<double>(size))), image_(size) {}

    /// `multiply(in, out)` is the product with the Jacobian.
    template <class Multiply>
    double update(Multiply multiply) {
        double growth = 1.0;
        for (int k = 0; k < products; ++k) growth *= turn(multiply);
        return std::pow(growth, 1.0 / products);
    }

private:
    static constexpr int products = 4;

    template <class Multiply>
    double turn(Multiply multiply) {
        multiply(direction_, image_);
        double norm2 = 0.0;
        for (const double x : image_) norm2 += x * x;
        const double norm = std::sqrt(norm2);
        if (!(norm > 0.0) || !std::isfinite(norm)) return 0.0;
        for (std::size_t i = 0; i < image_.size(); ++i) direction_[i] = image_[i] / norm;
        return norm;
    }

    std::vector<double> direction_, image_;
};

}  // namespace synovia
