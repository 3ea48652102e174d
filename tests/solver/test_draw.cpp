#include "solver/draw.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numeric>

#include "solver/joint_rules.hpp"
#include "solver/parameters.hpp"

using namespace synovia;

namespace {

Scenario crack() {
    Scenario s;
    s.joint.pockets = 5.0;
    s.joint.pockets_drawn = true;
    s.bubble.firing = Firing::rate;
    return s;
}

constexpr std::uint64_t many = 4000;

}  // namespace

TEST_CASE("what is drawn may be run, and is the same for the same seeds") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Scenario s = draw_take(draw_joint(crack(), seed), seed);
        REQUIRE(validate(s, {}).empty());
        const Scenario again = draw_take(draw_joint(crack(), seed), seed);
        CHECK(s.joint.pocket_weights == again.joint.pocket_weights);
        CHECK(s.bubble.strength_draws == again.bubble.strength_draws);
    }
    CHECK(draw_joint(crack(), 1).joint.pocket_weights != draw_joint(crack(), 2).joint.pocket_weights);
    const Scenario joint = draw_joint(crack(), 1);
    CHECK(draw_take(joint, 1).bubble.strength_draws != draw_take(joint, 2).bubble.strength_draws);
}

TEST_CASE("what is given stays, and what has nothing to draw too") {
    Scenario given = crack();
    given.joint.pocket_weights = {0.5, 0.5};
    given.bubble.strength_draws = {1.0, 2.0};
    const Scenario s = draw_take(draw_joint(given, 7), 7);
    CHECK(s.joint.pocket_weights == given.joint.pocket_weights);
    CHECK(s.bubble.strength_draws == given.bubble.strength_draws);
    CHECK(draw_take(draw_joint(Scenario{}, 7), 7).joint.pocket_weights.empty());
    CHECK(draw_joint(default_scenario(Kind::bubble), 7).joint.pocket_weights.empty());
}

TEST_CASE("the number of pockets is Poisson's, kept within 3 and 16") {
    double sum = 0.0, threes = 0.0;
    for (std::uint64_t seed = 0; seed < many; ++seed) {
        const std::size_t n = pocket_count(draw_joint(crack(), seed));
        REQUIRE(n >= 3);
        REQUIRE(n <= 16);
        sum += static_cast<double>(n);
        threes += n == 3 ? 1.0 : 0.0;
    }
    // P(N <= 3) = e^-5 (1 + 5 + 25/2 + 125/6) = 0.26503; the mean rises by sum over n < 3 of (3 - n) P(n) = 0.17182
    const double error = 4.0 / std::sqrt(static_cast<double>(many));
    CHECK(std::abs(threes / many - 0.26503) < error * std::sqrt(0.265 * 0.735));
    CHECK(std::abs(sum / many - 5.17182) < error * std::sqrt(5.0));
}

TEST_CASE("sizes are gamma variates with a least size, strengths exponential ones") {
    Scenario two = crack();
    two.joint.pockets = 2.0;
    two.joint.pockets_drawn = false;
    for (const double shape : {0.5, 2.0}) {
        two.joint.pocket_spread = shape;
        // with g1, g2 ~ Gamma(a): E (w1 - w2)^2 is 1/(2a + 1) without the least size, and a little less with it
        double unequal = 0.0, draws = 0.0, squares = 0.0;
        for (std::uint64_t seed = 0; seed < many; ++seed) {
            const Scenario s = draw_take(draw_joint(two, seed), seed);
            const auto& w = s.joint.pocket_weights;
            unequal += (w[0] - w[1]) * (w[0] - w[1]);
            draws += s.bubble.strength_draws[0];
            squares += s.bubble.strength_draws[0] * s.bubble.strength_draws[0];
        }
        CHECK(unequal / many < 1.02 / (2.0 * shape + 1.0));
        CHECK(unequal / many > 0.75 / (2.0 * shape + 1.0));
        CHECK(std::abs(draws / many - 1.0) < 4.0 / std::sqrt(static_cast<double>(many)));
        CHECK(std::abs(squares / many - 2.0) < 4.0 * std::sqrt(20.0 / static_cast<double>(many)));
    }
}

TEST_CASE("a spine gets seeds, and each of its facets other pockets and strengths by them") {
    Scenario spine = crack();
    spine.kind = Kind::spine;
    const Scenario s = draw_take(draw_joint(spine, 3), 4);
    CHECK(s.joint.pocket_weights.empty());
    REQUIRE(s.spine.pockets_seed);
    REQUIRE(s.spine.strengths_seed);
    CHECK(*s.spine.pockets_seed == std::floor(*s.spine.pockets_seed));
    CHECK_FALSE(leaves_joint_open(s));
    CHECK_FALSE(leaves_take_open(s));
    CHECK(draw_joint(spine, 5).spine.pockets_seed != s.spine.pockets_seed);
    CHECK(draw_joint(s, 5).spine.pockets_seed == s.spine.pockets_seed);
    Scenario facet = s;
    facet.kind = Kind::joint;
    const Scenario one = draw_facet(facet, 12), other = draw_facet(facet, 13);
    CHECK(one.joint.pocket_weights == draw_facet(facet, 12).joint.pocket_weights);
    CHECK(one.joint.pocket_weights != other.joint.pocket_weights);
    CHECK(one.bubble.strength_draws.size() == one.joint.pocket_weights.size());
    CHECK(one.bubble.strength_draws != other.bubble.strength_draws);
}
