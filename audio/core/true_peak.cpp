#include "audio/core/true_peak.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include "audio/core/kaiser.hpp"

namespace synovia::audio {
namespace {

// Samples on either side: the transition from 5/12 to 7/12 of the rate, where the images begin, to -110 dB.
constexpr double attenuation_db = 110.0;
constexpr std::size_t reach = 22;
constexpr std::size_t taps = 2 * reach;
constexpr std::size_t phases = 16;

using Points = std::array<double, phases>;

/// weight[j][p]: of sample n - reach + 1 + j, for the point p/16 after sample n.
struct Bank {
    std::array<Points, taps> weight;
    double gain = 0.0;  ///< largest sum of |weight| over the taps: no point exceeds its samples by more
};

Bank make_bank() {
    Bank bank;
    for (std::size_t p = 0; p < phases; ++p) {
        const double fraction = static_cast<double>(p) / static_cast<double>(phases);
        double sum = 0.0, magnitude = 0.0;
        for (std::size_t j = 0; j < taps; ++j) {
            const double x = static_cast<double>(j) - static_cast<double>(reach - 1) - fraction;
            const double w = sinc(x) * kaiser_window(x / static_cast<double>(reach), kaiser_beta(attenuation_db));
            bank.weight[j][p] = w;
            sum += w;
            magnitude += std::abs(w);
        }
        for (std::size_t j = 0; j < taps; ++j) bank.weight[j][p] /= sum;
        bank.gain = std::max(bank.gain, magnitude / sum);
    }
    return bank;
}

/// The curve at 16 points from sample n on; `x` points to sample n - reach + 1.
Points curve(const Bank& bank, const double* x) {
    Points y{};
    for (std::size_t j = 0; j < taps; ++j)
        for (std::size_t p = 0; p < phases; ++p) y[p] += bank.weight[j][p] * x[j];
    return y;
}

/// Magnitude at the vertex of the parabola through three points, where the middle one is the top of them; else 0.
double vertex(double a, double b, double c) {
    if (std::abs(b) < std::abs(a) || std::abs(b) < std::abs(c) || a - 2.0 * b + c == 0.0) return 0.0;
    return std::abs(b - (c - a) * (c - a) / (8.0 * (a - 2.0 * b + c)));
}

/// Frames without silence between them.
struct Stretch {
    std::span<const double> samples;
    std::size_t channels;
    std::ptrdiff_t frames() const { return static_cast<std::ptrdiff_t>(samples.size() / channels); }
    double at(std::ptrdiff_t frame, std::size_t channel) const {
        return samples[static_cast<std::size_t>(frame) * channels + channel];
    }
};

/// The samples of a channel from `first` on, as many as fit; zeros before its first and after its last.
void copy_channel(const Stretch& signal, std::size_t channel, std::ptrdiff_t first, std::span<double> x) {
    for (std::size_t i = 0; i < x.size(); ++i) {
        const std::ptrdiff_t n = first + static_cast<std::ptrdiff_t>(i);
        x[i] = n < 0 || n >= signal.frames() ? 0.0 : signal.at(n, channel);
    }
}

/// The largest magnitude of the curve, or `peak` where no block exceeds that.
double channel_peak(const Bank& bank, const Stretch& signal, std::size_t channel, double peak) {
    constexpr std::size_t block = 64;
    const std::size_t blocks = (static_cast<std::size_t>(signal.frames()) + 2 * reach) / block + 1;
    std::array<double, block + taps + 1> x;
    std::vector<double> points;
    for (std::size_t b = 0; b < blocks; ++b) {
        copy_channel(signal, channel, static_cast<std::ptrdiff_t>(b * block) - static_cast<std::ptrdiff_t>(taps), x);
        if (bank.gain * peak_of(x) <= peak) continue;
        points.clear();
        for (std::size_t n = 0; n <= block; ++n) {  // one more, so that no top falls between two blocks
            const Points y = curve(bank, &x[n]);
            points.insert(points.end(), y.begin(), y.end());
        }
        for (std::size_t i = 1; i + 1 < points.size(); ++i)
            peak = std::max(peak, vertex(points[i - 1], points[i], points[i + 1]));
    }
    return peak;
}

/// The largest magnitude of the curve of any channel, or `peak` where that is larger.
double stretch_peak(const Stretch& signal, double peak) {
    static const Bank bank = make_bank();
    if (peak == 0.0) return 0.0;
    for (std::size_t c = 0; c < signal.channels; ++c) peak = channel_peak(bank, signal, c, peak);
    return peak;
}

}  // namespace

double true_peak(const SparseSignal& signal) {
    double peak = sample_peak(signal);
    for (const Piece& piece : signal.pieces) peak = stretch_peak({piece.samples, signal.channels}, peak);
    return peak;
}

double true_peak(const Signal& signal) { return stretch_peak({signal.samples, signal.channels}, sample_peak(signal)); }

}  // namespace synovia::audio
