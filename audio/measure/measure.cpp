#include "audio/measure/measure.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "audio/core/level.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/measure/pops.hpp"
#include "audio/measure/spectrum.hpp"

namespace synovia::audio {
namespace {

std::vector<double> without_offset(std::vector<double> samples) {
    std::vector<double> sorted = samples;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    for (double& x : samples) x -= *middle;
    return samples;
}

/// Position in samples where the energy so far reaches this fraction of all; each sample's energy is spread evenly
/// from half a sample before it to half a sample after.
double energy_position(std::span<const double> samples, double energy) {
    double sum = 0.0;
    for (std::size_t n = 0; n < samples.size(); ++n) {
        const double next = sum + samples[n] * samples[n];
        if (next >= energy && next > sum) return static_cast<double>(n) + (energy - sum) / (next - sum);
        sum = next;
    }
    return static_cast<double>(samples.size());
}

std::span<const double> loudest_second(std::span<const double> samples, double sample_rate_hz) {
    const auto second = static_cast<std::size_t>(sample_rate_hz);
    if (samples.size() <= second) return samples;
    const auto before = static_cast<std::size_t>(0.05 * sample_rate_hz);
    const auto loudest =
        std::max_element(samples.begin(), samples.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    const auto top = static_cast<std::size_t>(loudest - samples.begin());
    return samples.subspan(std::min(top - std::min(top, before), samples.size() - second), second);
}

}  // namespace

Measurement measure(const Signal& signal, std::optional<double> full_scale_pa) {
    const double rate = signal.sample_rate_hz;
    Measurement m;
    m.sample_rate_hz = rate;
    m.length_s = static_cast<double>(signal.samples.size()) / rate;
    if (is_silent(signal)) return m;

    const double top = true_peak(signal);
    m.peak_dbfs = decibels(sample_peak(signal));
    m.true_peak_dbtp = decibels(top);
    if (full_scale_pa) {
        m.peak_pa = top * *full_scale_pa;
        m.peak_db_spl = db_spl(*m.peak_pa);
    }

    const std::vector<double> sound = without_offset(signal.samples);
    double energy = 0.0;
    for (const double x : sound) energy += x * x;
    if (energy == 0.0) return m;
    m.duration_s = (energy_position(sound, 0.95 * energy) - energy_position(sound, 0.05 * energy)) / rate;
    m.pop_times_s = find_pops(sound, rate);
    if (const auto form = shape(spectrum(loudest_second(sound, rate), rate), 20.0, 20000.0)) {
        m.peak_frequency_hz = form->peak_hz;
        m.bandwidth_hz = form->bandwidth_hz;
        m.centroid_hz = form->centroid_hz;
    }
    return m;
}

}  // namespace synovia::audio
