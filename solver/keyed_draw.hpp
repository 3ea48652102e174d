// Random numbers that depend on what they are for, not on the order in which they are drawn.
#pragma once
#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <numbers>

namespace synovia {

/// The finaliser of SplitMix64: neighbouring keys give unrelated numbers. Source: Steele, Lea & Flood, OOPSLA 2014.
constexpr std::uint64_t scramble(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

/// A stream named by words (seed, subject, level, role, ...), numbered from the first draw on: SplitMix64 started
/// there.
class KeyedDraw {
public:
    explicit KeyedDraw(std::initializer_list<std::uint64_t> words) {
        for (const std::uint64_t word : words) state_ = scramble(state_ + golden_gamma + word);
    }
    std::uint64_t bits() {
        state_ += golden_gamma;
        return scramble(state_);
    }
    /// In (0, 1), never its ends.
    double uniform() { return (static_cast<double>(bits() >> 12) + 0.5) * 0x1p-52; }
    /// Mean 0, variance 1. Box & Muller, Ann. Math. Stat. 29, 610 (1958): the standard's distributions differ between
    /// libraries.
    double normal() {
        const double u = uniform(), v = uniform();
        return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
    }
    /// exp(sigma times normal): median 1.
    double log_normal(double sigma) { return std::exp(sigma * normal()); }

private:
    static constexpr std::uint64_t golden_gamma = 0x9e3779b97f4a7c15u;
    std::uint64_t state_ = 0;
};

}  // namespace synovia
