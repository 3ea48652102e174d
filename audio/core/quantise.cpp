#include "audio/core/quantise.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace synovia::audio {

std::vector<std::int32_t> quantised(std::span<const double> samples, int bits) {
    assert(bits >= 2 && bits <= 32);
    const double scale = std::ldexp(1.0, bits - 1);
    const std::int64_t step = std::int64_t{1} << (32 - bits);
    std::vector<std::int32_t> integers(samples.size());
    std::transform(samples.begin(), samples.end(), integers.begin(), [&](double x) {
        const double level = std::clamp(std::nearbyint(x * scale), -scale, scale - 1.0);
        return static_cast<std::int32_t>(static_cast<std::int64_t>(level) * step);
    });
    return integers;
}

}  // namespace synovia::audio
