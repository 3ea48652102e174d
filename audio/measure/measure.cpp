#include "audio/measure/measure.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <utility>

#include "audio/core/level.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/measure/pops.hpp"
#include "audio/measure/spectrum.hpp"

namespace synovia::audio {
namespace {

std::vector<double> without_offset(std::vector<double> samples) {
    if (samples.empty()) return samples;
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

/// One channel in units of 2^exponent, so that squares of its samples are numbers like others.
Signal in_units(const Signal& signal, std::size_t index, int exponent) {
    Signal one = channel(signal, index);
    for (double& x : one.samples) x = std::ldexp(x, -exponent);
    return one;
}

ChannelLevel level_of(const Signal& alone, int exponent) {
    const double unit_db = decibels(2.0) * exponent;
    if (is_silent(alone)) return {};
    return {decibels(sample_peak(alone)) + unit_db, decibels(true_peak(alone)) + unit_db};
}

/// The loudest of each figure.
ChannelLevel loudest(const std::vector<ChannelLevel>& levels) {
    ChannelLevel top;
    for (const ChannelLevel& level : levels) {
        top.peak_dbfs = std::max(top.peak_dbfs, level.peak_dbfs);
        top.true_peak_dbtp = std::max(top.true_peak_dbtp, level.true_peak_dbtp);
    }
    return top;
}

double energy_of(std::span<const double> samples) {
    return std::accumulate(samples.begin(), samples.end(), 0.0, [](double sum, double x) { return sum + x * x; });
}

void describe(Measurement& m, std::span<const double> sound) {
    const double rate = m.sample_rate_hz, energy = energy_of(sound);
    m.duration_s = (energy_position(sound, 0.95 * energy) - energy_position(sound, 0.05 * energy)) / rate;
    m.pop_times_s = find_pops(sound, rate);
    if (const auto form = shape(spectrum(loudest_second(sound, rate), rate), 20.0, 20000.0)) {
        m.peak_frequency_hz = form->peak_hz;
        m.bandwidth_hz = form->bandwidth_hz;
        m.centroid_hz = form->centroid_hz;
    }
}

}  // namespace

Measurement measure(const Signal& signal, std::optional<double> full_scale_pa) {
    const double rate = signal.sample_rate_hz;
    Measurement m;
    m.sample_rate_hz = rate;
    m.length_s = static_cast<double>(signal.frames()) / rate;
    int exponent = 0;
    std::frexp(sample_peak(signal), &exponent);

    std::vector<double> sound;
    double energy = 0.0;
    for (std::size_t c = 0; c < signal.channels; ++c) {
        Signal one = in_units(signal, c, exponent);
        m.channels.push_back(level_of(one, exponent));
        std::vector<double> moving = without_offset(std::move(one.samples));
        if (const double e = energy_of(moving); e > energy) {
            energy = e;
            sound = std::move(moving);
            m.channel = c;
        }
    }
    m.level = loudest(m.channels);
    if (full_scale_pa && m.level.true_peak_dbtp) {
        m.peak_pa = factor_of(*m.level.true_peak_dbtp) * *full_scale_pa;
        m.peak_db_spl = *m.level.true_peak_dbtp + db_spl(*full_scale_pa);
    }
    if (energy > 0.0) describe(m, sound);
    return m;
}

}  // namespace synovia::audio
