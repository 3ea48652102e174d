// Dither for 16 bits: libsndfile has none ("Not implemented").
#pragma once
#include <cstdint>
#include <random>
#include <span>

namespace synovia::audio {

/// Triangular noise of two steps width (+-1/2^15), added before rounding to 16 bits, so that the rounding error is
/// white, its mean and variance independent of the signal. Same seed, same noise, on every machine, however the samples
/// are cut into blocks. Source: Lipshitz, Wannamaker & Vanderkooy, J. Audio Eng. Soc. 40, 355 (1992).
class Dither16 {
public:
    explicit Dither16(std::uint64_t seed) : engine_(seed) {}
    void add_to(std::span<double> samples);

private:
    std::mt19937_64 engine_;
};

}  // namespace synovia::audio
