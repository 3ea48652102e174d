#include "audio/measure/spectrum.hpp"

#include <kissfft/kissfft.hh>

#include <algorithm>
#include <cmath>
#include <complex>

namespace synovia::audio {
namespace {

/// Where the spectrum, going from the peak in steps of +-1, crosses half the peak's energy, in bins; linear in between.
std::optional<double> half_energy_bin(const std::vector<double>& energy, std::size_t peak, int step) {
    const double half = energy[peak] / 2.0;
    for (auto k = static_cast<std::ptrdiff_t>(peak) + step; k >= 0 && k < std::ssize(energy); k += step) {
        const double here = energy[static_cast<std::size_t>(k)];
        const double before = energy[static_cast<std::size_t>(k - step)];
        if (here <= half) return static_cast<double>(k) - step * (half - here) / (before - here);
    }
    return {};
}

/// Vertex of the parabola through the logarithms of the peak and its neighbours, in bins.
double vertex_bin(const std::vector<double>& energy, std::size_t peak) {
    const auto k = static_cast<double>(peak);
    if (peak == 0 || peak + 1 == energy.size() || energy[peak - 1] <= 0.0 || energy[peak + 1] <= 0.0) return k;
    const double a = std::log(energy[peak - 1]), b = std::log(energy[peak]), c = std::log(energy[peak + 1]);
    const double curvature = a - 2.0 * b + c;
    return curvature < 0.0 ? k + std::clamp(0.5 * (a - c) / curvature, -0.5, 0.5) : k;
}

}  // namespace

Spectrum spectrum(std::span<const double> samples, double sample_rate_hz) {
    std::size_t n = 8192;
    while (n < 2 * samples.size()) n *= 2;
    std::vector<double> padded(n);
    std::copy(samples.begin(), samples.end(), padded.begin());
    std::vector<std::complex<double>> bins(n / 2);
    kissfft<double>(n / 2, false).transform_real(padded.data(), bins.data());

    Spectrum result{sample_rate_hz / static_cast<double>(n), std::vector<double>(n / 2 + 1)};
    std::transform(bins.begin(), bins.end(), result.energy.begin(),
                   [](std::complex<double> x) { return std::norm(x); });
    result.energy.front() = bins[0].real() * bins[0].real();  // the two real bins, 0 and n/2, share the first place
    result.energy.back() = bins[0].imag() * bins[0].imag();
    return result;
}

std::optional<SpectralShape> shape(const Spectrum& spectrum, double low_hz, double high_hz) {
    const auto& energy = spectrum.energy;
    const auto low = static_cast<std::size_t>(std::ceil(low_hz / spectrum.bin_hz));
    const auto high = std::min(static_cast<std::size_t>(high_hz / spectrum.bin_hz) + 1, energy.size());
    double sum = 0.0, moment = 0.0;
    std::size_t peak = low;
    for (std::size_t k = low; k < high; ++k) {
        sum += energy[k];
        moment += energy[k] * static_cast<double>(k);
        if (energy[k] > energy[peak]) peak = k;
    }
    if (!(sum > 0.0)) return {};
    const auto left = half_energy_bin(energy, peak, -1), right = half_energy_bin(energy, peak, 1);
    SpectralShape result{vertex_bin(energy, peak) * spectrum.bin_hz, moment / sum * spectrum.bin_hz, {}};
    if (left && right) result.bandwidth_hz = (*right - *left) * spectrum.bin_hz;
    return result;
}

}  // namespace synovia::audio
