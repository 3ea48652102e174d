// The Kaiser window and what is known of it in closed form.
// Source: J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", IEEE ISCAS 1974;
// Oppenheim & Schafer, Discrete-Time Signal Processing, section 7.6.
#pragma once
#include <cmath>
#include <numbers>

namespace synovia::audio {

/// Modified Bessel function I0(x) = sum_k ((x/2)^k / k!)^2, to the last bits for the |x| < 50 used here.
inline double bessel_i0(double x) {
    const double quarter = 0.25 * x * x;
    double term = 1.0;
    double sum = 1.0;
    for (int k = 1; term > 1e-18 * sum; ++k) {
        term *= quarter / (static_cast<double>(k) * k);
        sum += term;
    }
    return sum;
}

/// Window value at x in [-1, 1], not normalised: I0(beta sqrt(1 - x^2)); 0 outside.
inline double kaiser_window(double x, double beta) {
    const double q = 1.0 - x * x;
    return q < 0.0 ? 0.0 : bessel_i0(beta * std::sqrt(q));
}

/// Fourier transform of kaiser_window(t / half_width): 2 half_width sinh(z)/z, z^2 = beta^2 - (2 pi f half_width)^2,
/// for frequencies inside the main lobe (z real).
inline double kaiser_transform(double f, double half_width, double beta) {
    const double omega = 2.0 * std::numbers::pi * f * half_width;
    const double z = std::sqrt(beta * beta - omega * omega);
    return 2.0 * half_width * std::sinh(z) / z;
}

/// beta for a stop band of this attenuation (above 50 dB).
inline double kaiser_beta(double attenuation_db) { return 0.1102 * (attenuation_db - 8.7); }

/// Half width of the window, in periods of the unit of `transition`, for a transition this wide in frequency.
inline double kaiser_half_width(double attenuation_db, double transition) {
    return (attenuation_db - 7.95) / (14.36 * transition) / 2.0;
}

/// sin(pi x)/(pi x)
inline double sinc(double x) {
    const double y = std::numbers::pi * x;
    return std::abs(y) < 1e-8 ? 1.0 : std::sin(y) / y;
}

}  // namespace synovia::audio
