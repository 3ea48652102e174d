#include "apps/studio/draw_index.hpp"

#include <doctest/doctest.h>

#include <set>

using synovia::studio::draw_index;

TEST_CASE("every take, joint and attempt draws from its own place") {
    std::set<std::uint64_t> seen;
    for (std::uint64_t take = 1; take <= 100; ++take)
        for (std::uint64_t joint = 0; joint < 5; ++joint)
            for (std::uint64_t attempt = 0; attempt <= 20; ++attempt) seen.insert(draw_index(take, joint, attempt));
    CHECK(seen.size() == 100 * 5 * 21);
}
