#include "audio/measure/measure.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "audio/core/level.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/measure/pops.hpp"
#include "audio/measure/spectrum.hpp"

namespace synovia::audio {
namespace {

/// The middle one of all samples in order, those of the silence included. Precondition: there are frames.
double median(const SparseSignal& one) {
    std::vector<double> sorted;
    for (const Piece& piece : one.pieces) sorted.insert(sorted.end(), piece.samples.begin(), piece.samples.end());
    const std::size_t middle = one.frames() / 2, silent = one.frames() - sorted.size();
    const auto below =
        static_cast<std::size_t>(std::count_if(sorted.begin(), sorted.end(), [](double x) { return x < 0.0; }));
    if (middle >= below && middle < below + silent) return 0.0;
    const auto place = sorted.begin() + static_cast<std::ptrdiff_t>(middle < below ? middle : middle - silent);
    std::nth_element(sorted.begin(), place, sorted.end());
    return *place;
}

/// Silence beside a constant offset is silent no more.
SparseSignal without_offset(SparseSignal one) {
    const double offset = one.frames() > 0 ? median(one) : 0.0;
    if (offset == 0.0) return one;
    const bool whole = one.pieces.size() == 1 && one.pieces[0].samples.size() == one.frames();
    if (!whole) one = dense(one);
    for (double& x : one.pieces[0].samples) x -= offset;
    return one;
}

/// Position in samples where the energy so far reaches this fraction of all; each sample's energy is spread evenly
/// from half a sample before it to half a sample after.
double energy_position(const SparseSignal& one, double energy) {
    double sum = 0.0;
    for (const Piece& piece : one.pieces)
        for (std::size_t n = 0; n < piece.samples.size(); ++n) {
            const double next = sum + piece.samples[n] * piece.samples[n];
            if (next >= energy && next > sum)
                return static_cast<double>(piece.first + n) + (energy - sum) / (next - sum);
            sum = next;
        }
    return static_cast<double>(one.frames());
}

/// All of a short sound; of a long one the second from 50 ms before its largest sample.
std::vector<double> loudest_second(const SparseSignal& one) {
    const auto second = static_cast<std::size_t>(one.sample_rate_hz);
    if (one.frames() <= second) return dense(one).samples;
    const auto before = static_cast<std::size_t>(0.05 * one.sample_rate_hz);
    const std::size_t top = peak_frame(one);
    const std::size_t begin = std::min(top - std::min(top, before), one.frames() - second);
    return dense(part_of(one, static_cast<std::ptrdiff_t>(begin), second)).samples;
}

/// One channel in units of 2^exponent, so that squares of its samples are numbers like others.
SparseSignal in_units(const SparseSignal& signal, std::size_t index, int exponent) {
    SparseSignal one = channel(signal, index);
    for (Piece& piece : one.pieces)
        for (double& x : piece.samples) x = std::ldexp(x, -exponent);
    return one;
}

ChannelLevel level_of(const SparseSignal& alone, int exponent) {
    const double unit_db = decibels(2.0) * exponent;
    const double peak = sample_peak(alone);
    if (peak == 0.0) return {};
    return {decibels(peak) + unit_db, decibels(true_peak(alone)) + unit_db};
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

double energy_of(const SparseSignal& one) {
    double energy = 0.0;
    for (const Piece& piece : one.pieces)
        for (const double x : piece.samples) energy += x * x;
    return energy;
}

void describe(Measurement& m, const SparseSignal& sound) {
    const double rate = m.sample_rate_hz, energy = energy_of(sound);
    m.duration_s = (energy_position(sound, 0.95 * energy) - energy_position(sound, 0.05 * energy)) / rate;
    m.pop_times_s = find_pops(sound);
    if (const auto form = shape(spectrum(loudest_second(sound), rate), 20.0, 20000.0)) {
        m.peak_frequency_hz = form->peak_hz;
        m.bandwidth_hz = form->bandwidth_hz;
        m.centroid_hz = form->centroid_hz;
    }
}

}  // namespace

Measurement measure(const SparseSignal& signal, std::optional<double> full_scale_pa) {
    const double rate = signal.sample_rate_hz;
    Measurement m;
    m.sample_rate_hz = rate;
    m.length_s = static_cast<double>(signal.frames()) / rate;
    int exponent = 0;
    std::frexp(sample_peak(signal), &exponent);

    SparseSignal sound;
    double energy = 0.0;
    for (std::size_t c = 0; c < signal.channels; ++c) {
        SparseSignal one = in_units(signal, c, exponent);
        m.channels.push_back(level_of(one, exponent));
        SparseSignal moving = without_offset(std::move(one));
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
