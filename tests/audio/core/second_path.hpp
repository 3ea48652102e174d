// A way to samples that shares nothing with the renderer: the volume itself sampled at 1.536 MHz, differenced twice,
// corrected for the droop of that, and decimated by a filter of another design.
#pragma once
#include <cmath>
#include <cstddef>
#include <vector>

#include "audio/core/signal.hpp"
#include "tests/audio/core/quadrature.hpp"

namespace synovia::audio::test {

inline constexpr double fast_rate = 1.536e6;

/// Ideal low pass at 22 kHz under Nuttall's four-term window (continuous first derivative, side lobes -93 dB) squared:
/// the square is -186 dB down from 16 bins on. 2 x 8192 points make its transition 1.5 kHz wide.
inline std::vector<double> other_low_pass() {
    const int half = 8192;
    std::vector<double> h;
    double sum = 0.0;
    for (int i = -half; i <= half; ++i) {
        const double x = pi * i / half;
        const double w =
            0.355768 + 0.487396 * std::cos(x) + 0.144232 * std::cos(2.0 * x) + 0.012604 * std::cos(3.0 * x);
        const double phase = 2.0 * pi * 22000.0 / fast_rate * i;
        h.push_back((i == 0 ? 1.0 : std::sin(phase) / phase) * w * w);
        sum += h.back();
    }
    for (double& x : h) x /= sum;
    return h;
}

/// 48 kHz samples of d2V/dt2 from `start` on for `duration` [s], from the volume V(t) alone.
template <class Volume>
Signal other_path(Volume volume, double start, double duration) {
    const double T = 1.0 / fast_rate;
    const auto h = other_low_pass();
    const auto half = static_cast<std::ptrdiff_t>(h.size() / 2);
    const auto count = static_cast<std::ptrdiff_t>(duration * fast_rate);
    std::vector<double> second;  // at i T, i from -half - 1: (V(t+T) - 2 V(t) + V(t-T))/T^2
    for (std::ptrdiff_t i = -half - 1; i <= count + half + 1; ++i) {
        const double t = start + static_cast<double>(i) * T;
        second.push_back((volume(t + T) - 2.0 * volume(t) + volume(t - T)) / (T * T));
    }
    std::vector<double> flat(second.size());  // sinc^2 = 1 - w^2/12 + ..., so x - (second difference of x)/12
    for (std::size_t i = 1; i + 1 < second.size(); ++i)
        flat[i] = second[i] - (second[i + 1] - 2.0 * second[i] + second[i - 1]) / 12.0;

    Signal y{48000.0, start, {}};
    for (std::ptrdiff_t n = 0; n < count; n += 32) {
        double sum = 0.0;
        for (std::ptrdiff_t j = -half; j <= half; ++j)
            sum += h[static_cast<std::size_t>(j + half)] * flat[static_cast<std::size_t>(n - j + half + 1)];
        y.samples.push_back(sum);
    }
    return y;
}

/// Largest difference of the spectra of two signals of one length from 0 to 20 kHz, over the largest magnitude [dB].
inline double spectral_difference_db(const Signal& a, const Signal& b) {
    double worst = 0.0, top = 0.0;
    for (double f = 0.0; f <= 20000.0; f += 500.0) {
        worst = std::max(worst, std::abs(transform(a, f) - transform(b, f)));
        top = std::max(top, std::abs(transform(a, f)));
    }
    return db(worst / top);
}

}  // namespace synovia::audio::test
