#include "apps/instrument/resting_joint.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using namespace synovia::instrument::test;

namespace {
constexpr std::array<double, 3> gas{1e-8, 3e-9, 3e-10};
}

TEST_CASE("a pop leaves a bubble, a pull without one leaves none") {
    RestingJoint joint(true);
    joint.after_pull(Scenario{}, false, gas);
    CHECK_FALSE(joint.residual_radius());
    joint.after_pull(Scenario{}, true, gas);
    REQUIRE(joint.residual_radius());
    const double R = residual_bubble(Scenario{}, gas).radius;
    CHECK(*joint.residual_radius() <= R);
    CHECK(*joint.residual_radius() > 0.9 * R);  // rounded down to two digits
    joint.clear();
    CHECK_FALSE(joint.residual_radius());
}

TEST_CASE("a second on stage is a minute of rest") {
    RestingJoint joint(true);
    joint.after_pull(Scenario{}, true, gas);
    joint.pass(10.0);
    const double R = dissolved(Scenario{}, residual_bubble(Scenario{}, gas), 600.0).radius;
    REQUIRE(joint.residual_radius());
    CHECK(*joint.residual_radius() <= R);
    CHECK(*joint.residual_radius() > 0.9 * R);
    joint.pass(3600.0);
    CHECK_FALSE(joint.residual_radius());
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
