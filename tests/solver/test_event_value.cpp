#include "solver/event_value.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "solver/simulate.hpp"

using namespace synovia;

TEST_CASE("the number of an event is what its key says") {
    const Trajectory run = simulate(Scenario{});
    bool nucleated = false, parted = false;
    for (const Event& e : run.events) {
        const Sample s = run.at(e.time);
        if (event_value_key(e.kind) == "wall_velocity_m_s") {
            CHECK(std::abs(e.value - s.wall_velocity) <= 1e-9 * std::abs(s.wall_velocity));
            nucleated = true;
        }
        if (event_value_key(e.kind) == "gap_rate_m_s") {
            CHECK(std::abs(e.value - s.gap_rate) <= 1e-9 * std::abs(s.gap_rate));
            parted = true;
        }
        if (event_value_key(e.kind) == "volume_acceleration_m3_s2")
            CHECK(std::abs(e.value - s.volume_acceleration) <= 1e-9 * std::abs(s.volume_acceleration));
    }
    CHECK(nucleated);
    CHECK(parted);
    CHECK(event_value_key(EventKind::firing) == "nucleus_pressure_pa");
    CHECK(event_value_key(EventKind::closing) == "wall_velocity_m_s");
}
