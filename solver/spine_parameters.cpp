#include "solver/spine_parameters.hpp"

#include <array>

#include "solver/parameter_access.hpp"

namespace synovia {
namespace {

constexpr std::array<std::string_view, 4> kinds{"twist", "thrust", "positioning", "mobilisation"};
constexpr std::array<std::string_view, 2> sides{"left", "right"};

constexpr auto spine = Applies::spine;

// clang-format off
const std::array table{
    Parameter{"spine.kind", "", 0.0, 0.0, spine, false,
              "what is done to the spine",
              choice<[](auto& s) -> auto& { return s.spine.kind; }, kinds>()},
    Parameter{"spine.target", "", 0.0, 0.0, spine, false,
              "level under the vertebra that a thrust turns",
              choice<[](auto& s) -> auto& { return s.spine.target; }, spine_level_names>()},
    Parameter{"spine.side", "", 0.0, 0.0, spine, false,
              "way the upper vertebra turns; the facets of this side open",
              choice<[](auto& s) -> auto& { return s.spine.side; }, sides>()},
    Parameter{"spine.preload_nm", "Nm", 0.0, 30.0, spine, true,
              "moment that is held first, not in a twist",
              member<[](auto& s) -> auto& { return s.spine.preload; }>()},
    Parameter{"spine.preload_time_s", "s", 0.05, 20.0, spine, false,
              "time in which the preload comes",
              member<[](auto& s) -> auto& { return s.spine.preload_time; }>()},
    Parameter{"spine.preload_level", "", 0.0, 0.0, spine, false,
              "vertebra that the preload turns",
              choice<[](auto& s) -> auto& { return s.spine.preload_vertebra; }, vertebra_names>()},
    Parameter{"spine.moment_nm", "Nm", 0.0, 60.0, spine, true,
              "kinds thrust and mobilisation: moment on the upper vertebra of the target",
              member<[](auto& s) -> auto& { return s.spine.moment; }>()},
    Parameter{"spine.rise_time_s", "s", 0.02, 20.0, spine, true,
              "time in which the moment or twist comes; absent: 0.12 thrust, 1.6 mobilisation, 1 twist",
              member<[](auto& s) -> auto& { return s.spine.rise_time; }>()},
    Parameter{"spine.twist_deg", "deg", 0.0, 120.0, spine, true,
              "kind twist: turn of the shoulders against the sacrum",
              member<[](auto& s) -> auto& { return s.spine.twist; }>()},
    Parameter{"spine.couple", "", 0.0, 0.0, spine, false,
              "kinds thrust and mobilisation: the other hand turns the lower vertebra of the target back",
              member<[](auto& s) -> auto& { return s.spine.couple; }>()},
    Parameter{"spine.common_opening_m", "m", 0.0, 0.005, spine, false,
              "kinds thrust and mobilisation: opens both sides, as flexion or traction would",
              member<[](auto& s) -> auto& { return s.spine.common_opening; }>()},
    Parameter{"spine.guarding", "", 0.0, 1.0, spine, false,
              "activation of the muscles from the start, 0 to 1; absent: 0.05 in a twist, else 0",
              member<[](auto& s) -> auto& { return s.spine.guarding; }>()},
    Parameter{"spine.reflex_gain", "", 0.0, 10.0, spine, true,
              "activation that a turn of 22 deg/s between two vertebrae calls up",
              member<[](auto& s) -> auto& { return s.spine.reflex_gain; }>()},
    Parameter{"spine.reflex_latency_s", "s", 0.005, 1.0, spine, false,
              "time from that turn to the muscles",
              member<[](auto& s) -> auto& { return s.spine.reflex_latency; }>()},
    Parameter{"spine.restricted", "", 0.0, 0.0, spine, false,
              "levels that are stiffer than usual",
              member<[](auto& s) -> auto& { return s.spine.restricted; }>()},
    Parameter{"spine.hypermobile", "", 0.0, 0.0, spine, false,
              "levels that are looser than usual",
              member<[](auto& s) -> auto& { return s.spine.hypermobile; }>()},
    Parameter{"spine.restriction", "", 1.0, 20.0, spine, false,
              "stiffness of a restricted level, relative to its usual",
              member<[](auto& s) -> auto& { return s.spine.restriction; }>()},
    Parameter{"spine.hypermobility", "", 0.05, 1.0, spine, false,
              "stiffness of a hypermobile level, relative to its usual",
              member<[](auto& s) -> auto& { return s.spine.hypermobility; }>()},
    Parameter{"spine.ligament_scale", "", 0.1, 10.0, spine, true,
              "multiplies stiffness of discs, ligaments and capsules",
              member<[](auto& s) -> auto& { return s.spine.ligament_scale; }>()},
    Parameter{"spine.gap_scale", "", 0.1, 4.0, spine, true,
              "multiplies the opening of every facet",
              member<[](auto& s) -> auto& { return s.spine.gap_scale; }>()},
    Parameter{"spine.gas_left", "", 0.0, 0.0, spine, false,
              "levels whose opening facet still holds the bubble of an earlier pop",
              member<[](auto& s) -> auto& { return s.spine.gas_left; }>()},
    Parameter{"spine.gas_radius_m", "m", 2e-05, 0.002, spine, false,
              "radius of that bubble",
              member<[](auto& s) -> auto& { return s.spine.gas_radius; }>()},
    Parameter{"spine.pockets_seed", "", 0.0, 4294967295.0, spine, false,
              "of the pockets of all facets, a whole number; absent: drawn",
              member<[](auto& s) -> auto& { return s.spine.pockets_seed; }>()},
    Parameter{"spine.strengths_seed", "", 0.0, 4294967295.0, spine, false,
              "firing rate: of the strengths of all facets' nuclei, a whole number; absent: drawn",
              member<[](auto& s) -> auto& { return s.spine.strengths_seed; }>()},
    Parameter{"spine.levels", "", 0.0, 0.0, spine, false,
              "CSV file with one row a level; absent: the table compiled in",
              member<[](auto& s) -> auto& { return s.spine.levels_file; }>()},
};
// clang-format on

}  // namespace

std::span<const Parameter> spine_parameters() { return table; }

}  // namespace synovia
