#include "apps/studio/chance.hpp"

#include <doctest/doctest.h>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "solver/parameters.hpp"

using namespace synovia;
using namespace synovia::studio;

namespace {

Scenario crack() { return preset::load("knuckle-crack", preset::search_dirs()).scenario; }

}  // namespace

TEST_CASE("of the joint are the pockets, of the pull what tears when; the same draws give the same pull") {
    const Scenario one = drawn(crack(), 0.0, {1, 5}, {1, 5});
    CHECK(validate(one, {}).empty());
    const Scenario same_joint = drawn(crack(), 0.0, {1, 5}, {1, 6}), other_joint = drawn(crack(), 0.0, {1, 6}, {1, 5});
    CHECK(same_joint.joint.pocket_weights == one.joint.pocket_weights);
    CHECK(same_joint.bubble.strength_draws != one.bubble.strength_draws);
    CHECK(other_joint.joint.pocket_weights != one.joint.pocket_weights);
    CHECK(drawn(crack(), 0.0, {2, 5}, {1, 5}).joint.pocket_weights != one.joint.pocket_weights);
    CHECK(drawn(crack(), 0.0, {1, 5}, {2, 5}).bubble.strength_draws != one.bubble.strength_draws);
    CHECK(drawn(crack(), 0.0, {1, 5}, {1, 5}).bubble.strength_draws == one.bubble.strength_draws);
}

TEST_CASE("varied parameters are the joint's, but for how the hand lets go") {
    const Scenario one = drawn(crack(), 0.25, {1, 5}, {1, 5}), other_pull = drawn(crack(), 0.25, {1, 5}, {1, 6});
    CHECK(one.joint.articular_radius != crack().joint.articular_radius);
    CHECK(one.traction.rise_time != crack().traction.rise_time);
    CHECK(other_pull.joint.articular_radius == one.joint.articular_radius);
    CHECK(other_pull.traction.rise_time == one.traction.rise_time);
    CHECK(other_pull.traction.release_ramp != one.traction.release_ramp);
}

TEST_CASE("what a preset gives itself is not drawn, and what is left to chance is known before") {
    Scenario given = drawn(crack(), 0.0, {1, 1}, {1, 1});
    CHECK_FALSE(joints_differ(given, 0.0));
    CHECK_FALSE(pulls_differ(given, 0.0));
    const Scenario again = drawn(given, 0.0, {7, 7}, {7, 7});
    CHECK(again.joint.pocket_weights == given.joint.pocket_weights);
    CHECK(again.bubble.strength_draws == given.bubble.strength_draws);
    given.bubble.strength_draws.clear();
    CHECK(pulls_differ(given, 0.0));
    CHECK(joints_differ(crack(), 0.0));
    const Scenario knuckle;
    CHECK_FALSE(joints_differ(knuckle, 0.0));
    CHECK(joints_differ(knuckle, 0.1));
    CHECK_FALSE(pulls_differ(knuckle, 0.1));  // it gives no time for letting go
}
