// The largest magnitude of the band-limited curve through the samples, which may lie between two of them.
#pragma once
#include "audio/core/sparse_signal.hpp"

namespace synovia::audio {

/// Largest magnitude of the curve of any channel, at least the sample peak; 0 for silence. Beyond its samples the
/// signal is zero. The curve is computed at 16 points per sample with an error below -100 dB up to 5/12 of the sample
/// rate, and its top from the parabola through three of them: low by at most 2e-4 dB there (the 4 points of ITU-R
/// BS.1770: 0.5 dB).
double true_peak(const SparseSignal& signal);
/// The same of a signal that is one piece, and stays where it is.
double true_peak(const Signal& signal);

}  // namespace synovia::audio
