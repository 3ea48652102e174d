#include "apps/cli/spine/spine_shape.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/near.hpp"

using namespace synovia::cli;
using synovia::test::near;

TEST_CASE("every outline is closed, and lies where the picture has room for it") {
    const auto outlines = spine_outlines();
    // A sacrum with six openings and two processes; of eight vertebrae body, arch, spinous process and two transverse
    // ones, and under seven of them the processes of the next.
    CHECK(outlines.size() == 1 + 6 + 2 + 8 * 5 + 7 * 2);
    for (const BoneOutline& outline : outlines) {
        CHECK(outline.points.front().x == outline.points.back().x);
        CHECK(outline.points.front().y == outline.points.back().y);
        for (const Point& p : outline.points) {
            CHECK(std::abs(p.x) < 0.5 * spine_units_wide);
            CHECK(p.y > 0.0);
            CHECK(p.y < spine_units_high);
        }
    }
}

TEST_CASE("the right half is the mirror image of the left") {
    double left = 0.0, right = 0.0;
    for (const BoneOutline& outline : spine_outlines())
        for (const Point& p : outline.points) {
            left = std::min(left, p.x);
            right = std::max(right, p.x);
        }
    CHECK(right == near(-left, 1e-12));
}

TEST_CASE("facets are further apart and lower at every level") {
    for (std::size_t level = 1; level < synovia::spine_level_count; ++level) {
        CHECK(facet_place(level).x > facet_place(level - 1).x);
        CHECK(facet_place(level).y == near(facet_place(level - 1).y + level_units, 1e-14));
    }
}
