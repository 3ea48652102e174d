// From full scale to the integers of a file.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace synovia::audio {

/// Rounds x 2^(bits-1) to the nearest integer, holds it at the ends of the range, and shifts it to the top of 32 bits,
/// as sf_writef_int wants it. libsndfile's own conversion wraps beyond full scale or, with clipping on, rounds down:
/// half a step of offset. Precondition: 2 to 32 bits, finite samples.
std::vector<std::int32_t> quantised(std::span<const double> samples, int bits);

}  // namespace synovia::audio
