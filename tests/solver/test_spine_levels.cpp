#include "solver/spine_levels.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace synovia;

TEST_CASE("the table holds every level once, from top to bottom, inside its ranges") {
    REQUIRE(spine_levels().size() == spine_level_count);
    for (std::size_t i = 0; i < spine_level_count; ++i) {
        CHECK(spine_levels()[i].level == i);
        for (const SpineColumn& column : spine_columns()) {
            INFO(spine_level_names[i], " ", column.name);
            CHECK(spine_levels()[i].*column.member >= column.min);
            CHECK(spine_levels()[i].*column.member <= column.max);
        }
    }
}

TEST_CASE("a level is named after its vertebrae") {
    for (std::size_t i = 0; i < spine_level_count; ++i) {
        const std::string below(i + 1 < spine_level_count ? vertebra_names[i + 1] : "S1");
        CHECK(spine_level_names[i] == std::string(vertebra_names[i]) + "-" + below);
    }
}
