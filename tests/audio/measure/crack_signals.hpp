// Sounds whose features are known in closed form: tones under a Gaussian.
#pragma once
#include <cmath>
#include <numbers>
#include <vector>

namespace synovia::audio::test {

inline constexpr double crack_rate_hz = 48000.0;

/// amplitude exp(-(t - time)^2/(2 sigma^2)) cos(2 pi f (t - time)): its energy is spread over time with standard
/// deviation sigma/sqrt2, over frequency with 1/(2 sqrt2 pi sigma).
struct Burst {
    double time_s, frequency_hz, amplitude, sigma_s;
};

inline std::vector<double> bursts(const std::vector<Burst>& list, double length_s = 0.1) {
    std::vector<double> x(static_cast<std::size_t>(std::lround(length_s * crack_rate_hz)));
    for (const Burst& b : list)
        for (std::size_t n = 0; n < x.size(); ++n) {
            const double t = static_cast<double>(n) / crack_rate_hz - b.time_s;
            x[n] += b.amplitude * std::exp(-t * t / (2.0 * b.sigma_s * b.sigma_s)) *
                    std::cos(2.0 * std::numbers::pi * b.frequency_hz * t);
        }
    return x;
}

/// Share of a normal distribution between two values.
inline double normal_share(double low, double high, double mean, double deviation) {
    const auto phi = [&](double x) { return 0.5 * std::erf((x - mean) / (std::numbers::sqrt2 * deviation)); };
    return phi(high) - phi(low);
}

}  // namespace synovia::audio::test
