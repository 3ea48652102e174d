#include "solver/refractory.hpp"

#include <doctest/doctest.h>

#include <array>

#include "solver/dissolution.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;
using test::relative_error;

TEST_CASE("a load on the resting gas shortens its life as computed elsewhere") {
    // Moles and times of an independent program; 0.5 % is its own accuracy.
    const JointStart left{{{8.91500e-9, 3.03123e-9, 4.46019e-10}, {0.0, 0.0, 0.0}, 1e-4}};
    Scenario s;
    JointStart start = left;
    start[0].dissolved = residual_bubble(s, left[0].moles).dissolved;
    for (const auto& [load, minutes] : {std::array{0.0, 234.9}, {5e4, 26.5}, {7.07e4, 20.0}, {1e5, 15.2}}) {
        s.gas.resting_load = load;
        CHECK(relative_error(time_until_gone(s, start, longest_rest) / 60.0, minutes) < 5e-3);
    }
}

TEST_CASE("right after a pop a joint is quiet, and once the gas is gone it pops as before") {
    Scenario s;
    s.gas.resting_load = 7.07e4;
    const std::array rests{0.0, 600.0, 1800.0, 36000.0};
    const Refractory table = refractory(s, rests);
    CHECK(table.period > 600.0);
    CHECK(table.period < 1800.0);
    REQUIRE(table.rows.size() == 4);
    CHECK(table.rows[0].residual_radius > table.rows[1].residual_radius);
    CHECK(table.rows[0].relative < -40.0);
    CHECK(table.rows[1].relative < -20.0);
    CHECK(table.rows[3].residual_radius == 0.0);
    CHECK(std::abs(table.rows[3].relative) < 0.05);
    CHECK(table.rows[3].level == table.first_level + table.rows[3].relative);
}
