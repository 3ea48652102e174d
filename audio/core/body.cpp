#include "audio/core/body.hpp"

#include <cmath>
#include <numbers>

#include "audio/core/problems.hpp"

namespace synovia::audio {

BodyResponse one_pole(double corner_hz, double sample_rate_hz) {
    Problems problems;
    problems.check("body_corner_hz", corner_hz, 1.0, 1e9);
    problems.raise();
    // y' = a (x - y), so over one sample y(t+T) = p y(t) + a int_0^T exp(-a s) x(t+T-s) ds, p = exp(-a T), exactly. The
    // recursion does the first term; the second, finite, is the response C(f) = (1 - p exp(-i w T)) / (1 + i w/a).
    const double a = 2.0 * std::numbers::pi * corner_hz;
    const double p = std::exp(-a / sample_rate_hz);
    const auto C = [a, p](double w, std::complex<double> z) {
        return (1.0 - p * z) / std::complex<double>(1.0, w / a);
    };
    return {C, std::log(1e8) / (2.0 * std::numbers::pi * corner_hz), p};
}

}  // namespace synovia::audio
