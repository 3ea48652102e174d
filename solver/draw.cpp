#include "solver/draw.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <utility>

#include "solver/joint_rules.hpp"
#include "solver/joint_state.hpp"
#include "solver/keyed_draw.hpp"
#include "solver/kinds.hpp"

namespace synovia {
namespace {

/// Transforms of one generator; those of the standard library differ between its makers.
class Chance {
public:
    /// `stream` keeps chances apart that have the same seed.
    Chance(std::uint64_t seed, std::uint32_t stream) {
        std::seed_seq sequence{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32), stream};
        random_.seed(sequence);
    }

    /// Uniform in (0, 1].
    double uniform() { return (static_cast<double>(random_() >> 11) + 1.0) * 0x1p-53; }
    double exponential() { return -std::log(uniform()); }
    /// Source: Box & Muller, Ann. Math. Stat. 29, 610 (1958).
    double normal() {
        const double radius = std::sqrt(2.0 * exponential());
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    /// Source: Knuth, The Art of Computer Programming 2, 3.4.1: events of a unit-rate process before the time `mean`.
    int poisson(double mean) {
        int n = 0;
        for (double time = exponential(); time < mean; time += exponential()) ++n;
        return n;
    }
    /// Scale 1. Source: Marsaglia & Tsang, ACM Trans. Math. Softw. 26, 363 (2000), with their step for shapes below 1.
    double gamma(double shape) {
        if (shape < 1.0) {
            const double boost = std::pow(uniform(), 1.0 / shape);
            return gamma(shape + 1.0) * boost;
        }
        const double d = shape - 1.0 / 3.0, c = 1.0 / std::sqrt(9.0 * d);
        while (true) {
            const double x = normal(), root = 1.0 + c * x, v = root * root * root;
            if (v > 0.0 && std::log(uniform()) < 0.5 * x * x + d - d * v + d * std::log(v)) return d * v;
        }
    }

private:
    std::mt19937_64 random_;
};

constexpr std::uint32_t joint_stream = 1, take_stream = 2;
constexpr int fewest_drawn = 3;
constexpr double least_size = 0.02;  ///< relative to a gamma variate; proposed

/// A number that a preset can hold.
double seed_of_facets(std::uint64_t seed) { return static_cast<double>(scramble(seed) >> 32); }

std::uint64_t seed_of_facet(double seed, std::size_t role) {
    return KeyedDraw({static_cast<std::uint64_t>(seed), role}).bits();
}

}  // namespace

bool leaves_joint_open(const Scenario& s) {
    const KindRow& kind = row_of(s.kind);
    if (kind.has_facets && s.spine.pockets_seed) return false;
    return kind.has_gap && s.joint.pocket_weights.empty() && pocket_count(s) != 1;
}

bool leaves_take_open(const Scenario& s) {
    const KindRow& kind = row_of(s.kind);
    if (kind.has_facets && s.spine.strengths_seed) return false;
    return kind.has_gap && s.bubble.firing == Firing::rate && s.bubble.strength_draws.empty();
}

Scenario draw_joint(Scenario s, std::uint64_t joint_seed) {
    if (!leaves_joint_open(s)) return s;
    if (row_of(s.kind).has_facets) {
        s.spine.pockets_seed = seed_of_facets(joint_seed);
        return s;
    }
    Chance chance(joint_seed, joint_stream);
    std::size_t n = pocket_count(s);
    if (s.joint.pockets_drawn)
        n = static_cast<std::size_t>(
            std::clamp(chance.poisson(s.joint.pockets), fewest_drawn, static_cast<int>(most_pockets)));
    double sum = 0.0;
    for (std::size_t k = 0; k < n; ++k) {
        s.joint.pocket_weights.push_back(chance.gamma(s.joint.pocket_spread) + least_size);
        sum += s.joint.pocket_weights.back();
    }
    for (double& w : s.joint.pocket_weights) w /= sum;
    return s;
}

Scenario draw_take(Scenario s, std::uint64_t take_seed) {
    if (!leaves_take_open(s)) return s;
    if (row_of(s.kind).has_facets) {
        s.spine.strengths_seed = seed_of_facets(take_seed);
        return s;
    }
    Chance chance(take_seed, take_stream);
    for (std::size_t k = 0; k < pocket_count(s); ++k) s.bubble.strength_draws.push_back(chance.exponential());
    return s;
}

Scenario draw_facet(Scenario s, std::size_t role) {
    if (s.spine.pockets_seed) s = draw_joint(std::move(s), seed_of_facet(*s.spine.pockets_seed, role));
    if (s.spine.strengths_seed) s = draw_take(std::move(s), seed_of_facet(*s.spine.strengths_seed, role));
    return s;
}

}  // namespace synovia
