// Which draw of the random numbers belongs to what.
#pragma once
#include <cstdint>

namespace synovia::studio {

/// The index of a take's joint for preset::vary(): distinct for all takes, joints of a mix and attempts to get a pop.
constexpr std::uint64_t draw_index(std::uint64_t take, std::uint64_t joint, std::uint64_t attempt) {
    return take | joint << 32U | attempt << 48U;
}

}  // namespace synovia::studio
