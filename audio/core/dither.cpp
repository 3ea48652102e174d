#include "audio/core/dither.hpp"

#include <cmath>
#include <random>

namespace synovia::audio {
namespace {

/// Uniform in [0, 1) from the upper 53 bits; std::uniform_real_distribution differs between libraries.
double uniform(std::mt19937_64& engine) { return std::ldexp(static_cast<double>(engine() >> 11), -53); }

}  // namespace

Signal dithered_16_bit(Signal signal, std::uint64_t seed) {
    std::mt19937_64 engine(seed);
    for (double& x : signal.samples) {
        const double first = uniform(engine);
        x += std::ldexp(first - uniform(engine), -15);
    }
    return signal;
}

}  // namespace synovia::audio
