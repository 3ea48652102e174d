#include "apps/studio/spine_json.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <numbers>

#include "solver/spine_reason.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<KeyText, 11> keys{{
    {"level", "the two vertebrae between which the facet is: L4-L5"},
    {"side", "left or right"},
    {"popped", "true or false: its nucleus burst, and it was 50 dB SPL at 0.3 m at least"},
    {"reason", "popped, unfinished, closed_side, gas_present, guarded, too_little_gap, too_slow"},
    {"sentence", "the same in words with the numbers that decided"},
    {"pop_times_s", "list, from the start of the run"},
    {"min_pressure_pa", "lowest pressure in its gap"},
    {"max_gap_m", "most that it opened beyond its gap at rest"},
    {"max_gap_rate_m_s", "fastest opening"},
    {"peak_level_db_spl", "of its pop at 0.3 m, unfiltered; null where it has none"},
    {"turn_deg", "largest turn of its upper against its lower vertebra"},
}};

Json facet_json(const FacetResult& facet) {
    return {{"level", spine_level_names[facet.level]},
            {"side", side_text(facet.side)},
            {"popped", facet.popped()},
            {"reason", name(facet.reason)},
            {"sentence", sentence(facet)},
            {"pop_times_s", facet.pop_times},
            {"min_pressure_pa", facet.min_pressure},
            {"max_gap_m", facet.max_opening},
            {"max_gap_rate_m_s", facet.max_rate},
            {"peak_level_db_spl", facet.peak_level ? Json(*facet.peak_level) : Json()},
            {"turn_deg", facet.turn * 180.0 / std::numbers::pi}};
}

}  // namespace

std::string_view side_text(Side side) { return side == Side::left ? "left" : "right"; }

Json facets_json(const SpineRun& spine) {
    Json list = Json::array();
    for (const FacetResult& facet : spine.facets) list.push_back(facet_json(facet));
    return list;
}

std::span<const KeyText> facet_keys() { return keys; }

}  // namespace synovia::studio
