// The hand's way as a table.
#pragma once
#include "solver/monotone_cubic.hpp"
#include "solver/scenario.hpp"

namespace synovia {

/// Where the hand is [m] over time. Precondition: traction.kind is table and validate() found nothing.
inline HermiteTable traction_table(const Traction& traction) {
    if (traction.table_velocity.empty()) return monotone_cubic(traction.table_time, traction.table_position);
    return {traction.table_time, traction.table_position, traction.table_velocity};
}

}  // namespace synovia
