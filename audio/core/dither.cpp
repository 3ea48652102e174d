#include "audio/core/dither.hpp"

#include <cmath>

namespace synovia::audio {
namespace {

/// Uniform in [0, 1) from the upper 53 bits; std::uniform_real_distribution differs between libraries.
double uniform(std::mt19937_64& engine) { return std::ldexp(static_cast<double>(engine() >> 11), -53); }

}  // namespace

void Dither16::add_to(std::span<double> samples) {
    for (double& x : samples) {
        const double first = uniform(engine_);
        x += std::ldexp(first - uniform(engine_), -15);
    }
}

}  // namespace synovia::audio
