// The piece of a sound that counts as one crack, and how alike two of them are.
#pragma once
#include <span>
#include <vector>

namespace synovia::audio {

/// From 4 ms before to 20 ms after the sample of largest magnitude, faded in over 1 ms and out over 4 ms with raised
/// cosines; zeros where the sound does not reach. Empty for silence.
std::vector<double> crack_window(std::span<const double> samples, double sample_rate_hz);

/// Largest magnitude over all lags of the normalised correlation sum_n a[n] b[n + lag] / sqrt(sum a^2 sum b^2), from 0
/// to 1. 0 where one of them is silent.
double largest_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace synovia::audio
