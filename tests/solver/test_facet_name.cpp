#include "solver/facet_name.hpp"

#include <doctest/doctest.h>

#include "solver/spine_levels.hpp"

using namespace synovia;

TEST_CASE("a facet has a level and a side, and is found by its name") {
    CHECK(facet_name(0) == "T10-T11-left");
    CHECK(facet_name(12) == "L4-L5-left");
    CHECK(facet_name(15) == "L5-S1-right");
    for (std::size_t facet = 0; facet < facet_count; ++facet) CHECK(find_facet(facet_name(facet)) == facet);
    for (const char* name : {"", "L4-L5", "L4-L5-up", "l4-l5-left", "L4-L5-left "}) CHECK_FALSE(find_facet(name));
}
