#include "solver/body_sphere.hpp"

#include <cassert>
#include <cmath>

namespace synovia {
namespace {

using Complex = std::complex<double>;

/// h_n for n = 0, 1, 2, ... by h_(n+1) = (2 n + 1)/z h_n - h_(n-1), stable upwards: y_n grows, and where j_n has lost
/// its digits it no longer counts.
class Hankel {
public:
    explicit Hankel(double z)
        : z_(z), h_(Complex(0.0, 1.0) * std::polar(1.0, -z) / z), below_(std::polar(1.0, -z) / z) {}

    /// h_n' = h_(n-1) - (n + 1)/z h_n, with h_(-1) = e^(-iz)/z.
    Complex derivative() const { return below_ - (n_ + 1.0) / z_ * h_; }
    void next() {
        const Complex above = (2.0 * n_ + 1.0) / z_ * h_ - below_;
        below_ = h_;
        h_ = above;
        n_ += 1.0;
    }

private:
    double z_, n_ = 0.0;
    Complex h_, below_;
};

/// P_n(x) for n = 0, 1, 2, ... by Bonnet's recurrence.
class Legendre {
public:
    explicit Legendre(double x) : x_(x) {}
    double value() const { return p_; }
    void next() {
        const double above = ((2.0 * n_ + 1.0) * x_ * p_ - n_ * below_) / (n_ + 1.0);
        below_ = p_;
        p_ = above;
        n_ += 1.0;
    }

private:
    double x_, n_ = 0.0, p_ = 1.0, below_ = 0.0;
};

}  // namespace

Complex body_sphere(double ka, double cos_angle) {
    assert(ka >= 0.0 && ka <= 1e4 && std::abs(cos_angle) <= 1.0);
    if (ka < 1e-12) return 1.0;  // 1 + 3/2 i ka cos(theta) + ...: no difference to the last bits
    Hankel h(ka);
    Legendre P(cos_angle);
    Complex sum = 0.0, power(0.0, -1.0);  // i^(n-1)
    for (double n = 0.0;; n += 1.0, h.next(), P.next(), power *= Complex(0.0, 1.0)) {
        const Complex weight = (2.0 * n + 1.0) / (ka * ka) / h.derivative();
        sum += power * P.value() * weight;
        if (n > ka && std::abs(weight) < 1e-17) return sum;
    }
}

}  // namespace synovia
