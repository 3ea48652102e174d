// What became of the facets of a spine, for people.
#pragma once
#include <string>
#include <string_view>

#include "solver/spine_result.hpp"

namespace synovia::cli {

/// With whom everybody belongs to a doctor, and what this program is not.
inline constexpr std::string_view warning_signs =
    "Pain down a leg, numbness, weakness or tingling, pain that is constant or stays beyond a week of self-care belong "
    "to a doctor. Not a medical device, no advice to try a manipulation.";

/// What is done to the spine: "6 N m on L1 in 2 s, then 14 N m on L4 in 0.12 s, left".
std::string action_text(const Spine& spine);

/// Where time is counted from: "start of the thrust".
std::string origin_text(const Spine& spine);

/// "2 pops", "1 pop", "no pop".
std::string pops_text(std::size_t pops);

/// Header and a row a facet: level, side, turn, opening, its rate, lowest pressure, time of the pop since the thrust or
/// twist began with its level at 0.3 m, and why there was none.
std::string facet_table(const SpineRun& spine);

}  // namespace synovia::cli
