#include "solver/bone.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/near.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using synovia::test::near;
using test::difference_quotient;
using test::relative_error;

namespace {

BoneFlow<double> flow(const Bone& bone, double x, double v, double t = 0.06) {
    return bone.flow(BoneState<double>{x, v, 1e-8}, t);
}

}  // namespace

TEST_CASE("slopes of force and conductance are those of differences, open and closed") {
    for (const TractionKind kind : {TractionKind::pull, TractionKind::force})
        for (const BubbleShape shape : {BubbleShape::sphere, BubbleShape::gap})
            for (const double x : {8e-4, -5e-5, -9.7e-5}) {
                Scenario s;
                s.traction.kind = kind;
                s.bubble.shape = shape;
                s.joint.refill_resistance = 1e9;  // the film counts
                const Bone bone(s);
                const double v = 0.03, t = 0.06;
                const BoneSlopes slopes = bone.slopes(flow(bone, x, v), t);
                const auto check = [](double slope, double quotient) {
                    CHECK(std::abs(slope - quotient) <= 1e-7 * std::abs(quotient) + 1e-300);
                };
                check(slopes.force_x, difference_quotient([&](double y) { return flow(bone, y, v).force; }, x, 1e-7));
                check(slopes.force_v, difference_quotient([&](double y) { return flow(bone, x, y).force; }, v, 1e-4));
                check(slopes.force_t,
                      difference_quotient([&](double y) { return flow(bone, x, v, y).force; }, t, 1e-4));
                check(slopes.conductance_v,
                      difference_quotient([&](double y) { return flow(bone, x, y).conductance; }, v, 1e-4));
                if (x > -9.5e-5)  // at its least the film no longer closes
                    check(slopes.conductance_x,
                          difference_quotient([&](double y) { return flow(bone, y, v).conductance; }, x, 1e-8));
                check(slopes.g3, difference_quotient([&](double y) { return flow(bone, y, v).g2; }, x, 1e-8));
            }
}

TEST_CASE("a film stays between the faces, and its energy is smooth") {
    Scenario s;
    s.bubble.shape = BubbleShape::gap;
    const Bone bone(s);
    const double limit = 2.0 * 0.05 * 1e-4 - 1e-4;
    CHECK(flow(bone, 1e-3, 0.0).h == near(1.1e-3, 1e-14));
    CHECK(flow(bone, 1e-3, 0.0).g == 1.0);
    CHECK(relative_error(flow(bone, limit, 0.0).h, 1e-5) < 1e-12);
    CHECK(relative_error(flow(bone, limit - 1e-12, 0.0).g, 1.0) < 1e-6);
    CHECK(flow(bone, -1e-3, 0.0).h >= 5e-6);
    const auto h = [&](double x) { return flow(bone, x, 0.0).h; };
    CHECK(relative_error(flow(bone, -9.5e-5, 0.0).g, difference_quotient(h, -9.5e-5, 1e-7)) < 1e-8);
}

TEST_CASE("a given motion has its jerk") {
    Scenario s;
    s.traction.kind = TractionKind::gap;
    const Bone bone(s);
    const auto acceleration = [&](double t) { return flow(bone, 0.0, 0.0, t).given; };
    CHECK(relative_error(bone.slopes(flow(bone, 0.0, 0.0), 0.06).jerk, difference_quotient(acceleration, 0.06, 1e-4)) <
          1e-9);
    CHECK(bone.prescribed());
}
