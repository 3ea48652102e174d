#include "apps/preset/vary.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <random>
#include <stdexcept>
#include <string_view>

#include "solver/parameters.hpp"

namespace synovia::preset {
namespace {

/// FNV-1a, 64 bit (Fowler, Noll, Vo; RFC 9923), continued over more bytes.
constexpr std::uint64_t fnv_offset = 0xcbf29ce484222325u;
constexpr std::uint64_t fnv_prime = 0x100000001b3u;

std::uint64_t hash(std::uint64_t state, std::string_view bytes) {
    for (const char byte : bytes) state = (state ^ static_cast<unsigned char>(byte)) * fnv_prime;
    return state;
}

/// Low byte first, whatever the machine.
std::uint64_t hash(std::uint64_t state, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) state = (state ^ ((number >> shift) & 0xff)) * fnv_prime;
    return state;
}

/// Uniform in [-1, 1): the upper 53 bits of the first number of the generator. The standard's own distributions differ
/// between libraries.
double draw(std::uint64_t seed, std::uint64_t index, std::string_view key) {
    std::mt19937_64 generator(hash(hash(hash(fnv_offset, seed), index), key));
    return std::ldexp(static_cast<double>(generator() >> 11), -52) - 1.0;
}

/// Those of the pull, or all others.
Scenario vary(const Scenario& scenario, bool of_pull, double fraction, std::uint64_t seed, std::uint64_t index) {
    if (!std::isfinite(fraction) || fraction < 0.0)
        throw std::invalid_argument("the variation must be 0 or more, and finite");
    Scenario take = scenario;
    for (const Parameter& parameter : parameters()) {
        const std::optional<double> value = number(scenario, parameter);
        if (!parameter.varies || parameter.of_pull != of_pull || !applies(parameter, scenario.kind) || !value) continue;
        const double factor = std::exp(draw(seed, index, parameter.key) * std::log1p(fraction));
        set_number(take, parameter, std::clamp(*value * factor, parameter.min, parameter.max));
    }
    return take;
}

}  // namespace

Scenario vary_joint(const Scenario& scenario, double fraction, std::uint64_t seed, std::uint64_t index) {
    return vary(scenario, false, fraction, seed, index);
}

Scenario vary_pull(const Scenario& scenario, double fraction, std::uint64_t seed, std::uint64_t index) {
    return vary(scenario, true, fraction, seed, index);
}

}  // namespace synovia::preset
