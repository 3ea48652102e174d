// What the number of an event is, as every file that holds events names it.
#pragma once
#include <string_view>

#include "solver/trajectory.hpp"

namespace synovia {

/// Quantity and unit of Event::value, by kind of event.
constexpr std::string_view event_value_key(EventKind kind) {
    switch (kind) {
        case EventKind::nucleation:
        case EventKind::closing:
            return "wall_velocity_m_s";
        case EventKind::firing:
            return "nucleus_pressure_pa";
        case EventKind::separation:
            return "gap_rate_m_s";
        case EventKind::first_maximum:
        case EventKind::recontraction:
            break;
    }
    return "volume_acceleration_m3_s2";
}

}  // namespace synovia
