// The energy spectrum of a short sound.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace synovia::audio {

/// energy[k] = |sum_n x[n] exp(-2 pi i f_k n/rate)|^2 at f_k = k bin_hz, up to half the sample rate.
struct Spectrum {
    double bin_hz;
    std::vector<double> energy;
};

/// Zero-padded to a power of two, at least 8192 and at least twice the samples.
Spectrum spectrum(std::span<const double> samples, double sample_rate_hz);

/// Of the frequencies within [low_hz, high_hz].
struct SpectralShape {
    double peak_hz;      ///< of the largest energy; parabola through the logarithms of three bins
    double centroid_hz;  ///< mean frequency, weighted by energy
    std::optional<double>
        bandwidth_hz;  ///< between the half-energy points around the peak; absent where one is not reached
};
/// Absent where there is no energy.
std::optional<SpectralShape> shape(const Spectrum& spectrum, double low_hz, double high_hz);

}  // namespace synovia::audio
