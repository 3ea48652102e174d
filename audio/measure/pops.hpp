// Counting pops: the tops of the loudness in time.
#pragma once
#include <span>
#include <vector>

#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

/// Times of the pops, counted from the first sample [s], to 0.25 ms.
/// The envelope is the power under a Hann window 6 ms long: long enough that the half waves of a 90 Hz ring do not show
/// (Reggars 1996 finds cracks from 86 Hz on), short enough to part two pops 5 ms apart. A pop is a top of the envelope
/// within 20 dB of the highest, before and after which the envelope lies at least 6 dB lower (or the sound begins or
/// ends).
/// Costs what sounds. Precondition: one channel.
std::vector<double> find_pops(const SparseSignal& signal);
/// The same of samples without a gap.
std::vector<double> find_pops(std::span<const double> samples, double sample_rate_hz);

}  // namespace synovia::audio
