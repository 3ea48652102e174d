// Dither for 16 bits: libsndfile has none ("Not implemented").
#pragma once
#include <cstdint>

#include "audio/core/signal.hpp"

namespace synovia::audio {

/// Adds triangular noise of two steps width (+-1/2^15) before rounding to 16 bits, so that the rounding error is
/// white, its mean and variance independent of the signal. Same seed, same noise, on every machine.
/// Source: Lipshitz, Wannamaker & Vanderkooy, J. Audio Eng. Soc. 40, 355 (1992).
Signal dithered_16_bit(Signal signal, std::uint64_t seed);

}  // namespace synovia::audio
