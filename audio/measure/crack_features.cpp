#include "audio/measure/crack_features.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>

#include "audio/measure/crack_pulses.hpp"
#include "audio/measure/crack_window.hpp"
#include "audio/measure/spectrum.hpp"

namespace synovia::audio {
namespace {

constexpr double envelope_sigma_s = 0.125e-3;
constexpr std::size_t transform = 32768;                                           // points
constexpr double smoothing_hz = 131.0 * 48000.0 / static_cast<double>(transform);  // 131 bins at 48 kHz
constexpr double lowest_hump_hz = 500.0;

double power_db(double ratio) {
    return ratio > 0.0 ? std::max(crack_floor_db, 10.0 * std::log10(ratio)) : crack_floor_db;
}

/// spectrum() pads to twice the samples at least.
Spectrum long_spectrum(std::vector<double> window, double rate_hz) {
    if (window.size() < transform / 2) window.resize(transform / 2);
    return spectrum(window, rate_hz);
}

/// Energies added up: the sum of the bins a to b - 1 is sums[b] - sums[a].
std::vector<double> running_sums(const std::vector<double>& energy) {
    std::vector<double> sums{0.0};
    for (const double e : energy) sums.push_back(sums.back() + e);
    return sums;
}

/// The first bin at or above a frequency.
std::size_t bin(double hz, const Spectrum& s) {
    return std::min(static_cast<std::size_t>(std::ceil(hz / s.bin_hz)), s.energy.size());
}

double band_energy(const CrackBand& band, const Spectrum& s, const std::vector<double>& sums) {
    return sums[bin(band.high_hz, s)] - sums[bin(band.low_hz, s)];
}

double hump_hz(const Spectrum& s, const std::vector<double>& sums) {
    const auto half = static_cast<std::size_t>(std::llround(0.5 * (smoothing_hz / s.bin_hz - 1.0)));
    const std::size_t last = bin(whole_crack_band.high_hz, s);
    std::size_t best = bin(lowest_hump_hz, s);
    double most = 0.0;
    for (std::size_t k = best; k < last; ++k) {
        const double sum = sums[std::min(k + half + 1, s.energy.size())] - sums[k - half];
        if (sum > most) most = sum, best = k;
    }
    return static_cast<double>(best) * s.bin_hz;
}

/// Mean of the power over an interval after its top, re the top; beyond the window there is nothing.
double interval_db(std::span<const double> power, double rate_hz, const CrackInterval& interval) {
    const auto top = std::max_element(power.begin(), power.end()) - power.begin();
    const auto place = [&](double s) { return top + static_cast<std::ptrdiff_t>(std::llround(s * rate_hz)); };
    const auto begin = place(interval.begin_s), end = place(interval.end_s);
    double sum = 0.0;
    for (auto i = std::max<std::ptrdiff_t>(0, begin); i < std::min(end, std::ssize(power)); ++i)
        sum += power[static_cast<std::size_t>(i)];
    return power_db(sum / static_cast<double>(end - begin) / power[static_cast<std::size_t>(top)]);
}

/// Samples between 5 % and 95 % of the energy.
double duration(std::span<const double> window, double energy) {
    double sum = 0.0, count = 0.0;
    for (const double x : window) {
        // The part of this sample's energy that lies between the two limits.
        const double next = sum + x * x;
        if (next > sum) {
            const double low = std::clamp(0.05 * energy, sum, next), high = std::clamp(0.95 * energy, sum, next);
            count += (high - low) / (next - sum);
        } else if (sum >= 0.05 * energy && sum < 0.95 * energy) {
            count += 1.0;
        }
        sum = next;
    }
    return count;
}

double median(std::vector<double> x) {
    std::sort(x.begin(), x.end());
    const std::size_t half = x.size() / 2;
    return x.size() % 2 == 1 ? x[half] : 0.5 * (x[half - 1] + x[half]);
}

void measure_spectrum(std::span<const double> window, double rate_hz, CrackFeatures& f) {
    const Spectrum s = long_spectrum({window.begin(), window.end()}, rate_hz);
    const std::vector<double> sums = running_sums(s.energy);
    const double whole = band_energy(whole_crack_band, s, sums);
    std::transform(crack_bands.begin(), crack_bands.end(), f.share_db.begin(),
                   [&](const CrackBand& band) { return power_db(band_energy(band, s, sums) / whole); });
    if (const auto form = shape(s, whole_crack_band.low_hz, whole_crack_band.high_hz))
        f.centroid_hz = form->centroid_hz;
    f.hump_hz = hump_hz(s, sums);
}

void measure_time(std::span<const double> window, double rate_hz, CrackFeatures& f) {
    const double energy = std::inner_product(window.begin(), window.end(), window.begin(), 0.0);
    f.duration_s = duration(window, energy) / rate_hz;
    const std::vector<double> power = gaussian_power(window, rate_hz, envelope_sigma_s);
    std::transform(crack_intervals.begin(), crack_intervals.end(), f.envelope_db.begin(),
                   [&](const CrackInterval& interval) { return interval_db(power, rate_hz, interval); });
    for (const double x : window) f.peak = std::max(f.peak, std::abs(x));
    f.crest_db = power_db(f.peak * f.peak * static_cast<double>(window.size()) / energy);
}

void measure_pulses(std::span<const double> samples, double rate_hz, CrackFeatures& f) {
    const std::vector<Pulse> pulses = crack_pulses(samples, rate_hz);
    f.pulses = pulses.size();
    const auto loudest = std::max_element(pulses.begin(), pulses.end(),
                                          [](const Pulse& a, const Pulse& b) { return a.amplitude < b.amplitude; });
    f.loudest_is_first = loudest == pulses.begin();
    std::vector<double> distances;
    for (std::size_t i = 1; i < pulses.size(); ++i) distances.push_back(pulses[i].time_s - pulses[i - 1].time_s);
    if (!distances.empty()) f.spacing_s = median(distances);
}

}  // namespace

std::optional<CrackFeatures> crack_features(std::span<const double> samples, double sample_rate_hz) {
    assert(sample_rate_hz >= 2.0 * whole_crack_band.high_hz);
    const std::vector<double> window = crack_window(samples, sample_rate_hz);
    if (window.empty()) return {};
    CrackFeatures features;
    measure_spectrum(window, sample_rate_hz, features);
    if (features.centroid_hz == 0.0) return {};
    measure_time(window, sample_rate_hz, features);
    measure_pulses(samples, sample_rate_hz, features);
    return features;
}

}  // namespace synovia::audio
