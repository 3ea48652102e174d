#include "apps/instrument/resting_joint.hpp"

#include "solver/dissolution.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;

namespace {

constexpr std::array<double, 3> moles{1e-8, 3e-9, 3e-10};
/// Of a joint with one pocket, what a pull leaves.
const JointStart gas{{moles, residual_bubble(Scenario{}, moles).dissolved, PocketStart{}.layer_age}};

double residue(double rest_s) { return largest_residue(Scenario{}, rested(Scenario{}, gas, rest_s)); }

}  // namespace

TEST_CASE("a pop leaves a bubble, a pull without one leaves none") {
    RestingJoint joint(true);
    joint.after_pull(Scenario{}, false, gas);
    CHECK_FALSE(joint.residual_radius());
    joint.after_pull(Scenario{}, true, gas);
    REQUIRE(joint.residual_radius());
    CHECK(*joint.residual_radius() == near(residue(0.0), 1e-12));
    CHECK(joint.left()[0].moles[0] == near(1e-8, 1e-12));
    CHECK(joint.left()[0].dissolved[0] <= gas[0].dissolved[0]);  // rounded down to two digits
    CHECK(joint.left()[0].dissolved[0] > 0.9 * gas[0].dissolved[0]);
    joint.clear();
    CHECK_FALSE(joint.residual_radius());
}

TEST_CASE("a second on stage is a minute of rest") {
    RestingJoint joint(true);
    joint.after_pull(Scenario{}, true, gas);
    joint.pass(10.0);
    REQUIRE(joint.residual_radius());
    CHECK(*joint.residual_radius() == near(residue(600.0), 1e-12));
    joint.pass(3600.0);
    CHECK_FALSE(joint.residual_radius());
    CHECK(joint.left().empty());
}

TEST_CASE("without the refractory state, and for free bubbles, nothing stays") {
    RestingJoint off(false), bubble(true);
    off.after_pull(Scenario{}, true, gas);
    CHECK_FALSE(off.residual_radius());
    Scenario free;
    free.kind = Kind::bubble;
    bubble.after_pull(free, true, gas);
    CHECK_FALSE(bubble.residual_radius());
}

TEST_CASE("every pocket keeps its own gas, and the joint is rested when the last has lost its bubble") {
    Scenario two;
    two.joint.pockets = 2.0;
    two.joint.pocket_weights = {0.9, 0.1};
    const PocketStart full = gas[0], little{{1e-10, 3e-11, 3e-12}, full.dissolved, full.layer_age};
    RestingJoint joint(true);
    joint.after_pull(two, true, {full, little});
    REQUIRE(joint.left().size() == 2);
    const double small_one = time_until_gone(two, {little, little}, 1e6);
    joint.pass((small_one + 60.0) / 60.0);
    REQUIRE(joint.left().size() == 2);
    CHECK(joint.left()[1].moles == std::array<double, 3>{});
    CHECK(joint.left()[0].moles[1] > 0.0);
}

TEST_CASE("a joint tells how long it still has to rest, to within a second") {
    RestingJoint joint(true);
    CHECK_FALSE(joint.rested_in_s());
    joint.after_pull(Scenario{}, true, gas);
    const double first = joint.rested_in_s().value();
    CHECK(first > 10.0);
    joint.pass(5.0);
    CHECK(*joint.rested_in_s() == first - 5.0);
    joint.pass(first - 6.5);
    CHECK(joint.rested_in_s());
    joint.pass(2.0);
    CHECK_FALSE(joint.rested_in_s());
}
