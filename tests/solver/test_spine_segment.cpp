#include "solver/spine_segment.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "tests/solver/compare.hpp"

using namespace synovia;

namespace {

constexpr double degree = std::numbers::pi / 180.0;
const SpineLevel& l45 = spine_levels()[6];

double torque(const SpineSegment& segment, double theta_deg, double activation = 0.0) {
    return segment.turn(theta_deg * degree, activation).torque;
}

}  // namespace

TEST_CASE("torque in degrees, as published: k_d theta + k_3 theta^3 + contact") {
    const SpineSegment segment(l45, {});
    const auto s = [](double x) { return 0.2 * std::log1p(std::exp(x / 0.2)); };
    for (const double theta : {0.3, 1.2, 2.5, 4.0}) {
        const double expected = 1.6 * theta + 0.02 * theta * theta * theta + 6.0 * (s(theta - 1.2) - s(-theta - 1.2));
        CHECK(test::relative_error(torque(segment, theta), expected) < 1e-12);
        CHECK(torque(segment, -theta) == -torque(segment, theta));
        // f = 1 + 2.2 a, and 4 a N m a degree from the muscles
        CHECK(test::relative_error(torque(segment, theta, 0.5), 2.1 * expected + 2.0 * theta) < 1e-12);
    }
    CHECK(test::relative_error(segment.damping(0.5), 2.0 * 0.05 / degree) < 1e-14);
}

TEST_CASE("left and right are mirror images to the last bit") {
    const SpineSegment segment(l45, {});
    for (const double theta : {0.001, 0.02, 0.06}) {
        const SpineSegment::Turned a = segment.turn(theta, 0.3), b = segment.turn(-theta, 0.3);
        CHECK(a.facets[0].value == b.facets[1].value);
        CHECK(a.facets[1].value == b.facets[0].value);
        CHECK(a.facets[0].lever == -b.facets[1].lever);
        CHECK(a.facets[1].lever == -b.facets[0].lever);
    }
}

TEST_CASE("restricted: stiffer, and contact comes earlier by the root; hypermobile: later in proportion") {
    SegmentState restricted;
    restricted.mobility = 3.0;
    SegmentState loose;
    loose.mobility = 0.55;
    const auto s = [](double x) { return 0.2 * std::log1p(std::exp(x / 0.2)); };
    const auto expected = [&](double m, double contact, double theta) {
        return m * (1.6 * theta + 0.02 * theta * theta * theta) + 6.0 * (s(theta - contact) - s(-theta - contact));
    };
    CHECK(test::relative_error(torque({l45, restricted}, 1.0), expected(3.0, 1.2 / std::sqrt(3.0), 1.0)) < 1e-12);
    CHECK(test::relative_error(torque({l45, loose}, 2.0), expected(0.55, 1.2 / 0.55, 2.0)) < 1e-12);
}

TEST_CASE("the capsule's ligament is slack at first") {
    const SpineSegment segment(l45, {});
    CHECK(segment.ligament(-1e-3) == 0.0);
    CHECK(segment.ligament(0.5e-3) < 0.1);  // 108 N/mm s(0.5 - 1.43) with w = 0.15 mm: 0.03 N
    CHECK(test::relative_error(segment.ligament(3e-3), 108e3 * (3e-3 - 1.43e-3)) < 1e-4);
    SegmentState stiff;
    stiff.ligaments = 2.0;
    CHECK(test::relative_error(SpineSegment(l45, stiff).ligament(3e-3), 2.0 * segment.ligament(3e-3)) < 1e-14);
}
