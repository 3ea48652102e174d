// Which draw of the random numbers belongs to what.
#pragma once
#include <cstdint>

#include "solver/keyed_draw.hpp"

namespace synovia::studio {

/// The index of a take's joint for preset::vary(): distinct for all takes, joints of a mix and attempts to get a pop.
constexpr std::uint64_t draw_index(std::uint64_t take, std::uint64_t joint, std::uint64_t attempt) {
    return take | joint << 32U | attempt << 48U;
}

/// Which random numbers: those of different draws have nothing to do with each other.
struct Draw {
    std::uint64_t seed = 1;
    std::uint64_t index = 0;  ///< draw_index()
};

/// What the solver's generators are started with.
constexpr std::uint64_t seed_of(const Draw& draw) { return scramble(scramble(draw.seed) + draw.index); }

}  // namespace synovia::studio
