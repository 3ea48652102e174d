// What became of the facets of a spine, for programs.
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <span>

#include "apps/studio/key_text.hpp"
#include "solver/spine_result.hpp"

namespace synovia::studio {

/// "left" or "right".
std::string_view side_text(Side side);

/// A list, level by level from the top, left before right; SI units.
nlohmann::ordered_json facets_json(const SpineRun& spine);

/// The keys of each of them and what they stand for, in their order.
std::span<const KeyText> facet_keys();

}  // namespace synovia::studio
