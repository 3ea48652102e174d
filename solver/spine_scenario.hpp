// What is done to a spine, as plain data: part of a Scenario of kind "spine".
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "solver/spine_levels.hpp"

namespace synovia {

enum class SpineKind { twist, thrust, positioning, mobilisation };
enum class Side { left, right };
inline constexpr std::array<Side, 2> both_sides{Side::left, Side::right};

/// A set of levels, by their index from top to bottom.
using LevelSet = std::array<bool, spine_level_count>;

enum class FacetRole { opens, closes };  ///< by a turn to Spine::side
/// Facets by role, level by level from the top, the one that opens first.
inline constexpr std::size_t role_index(std::size_t level, FacetRole role) {
    return 2 * level + static_cast<std::size_t>(role);
}

/// How one person differs from the table: factors, all 1 for nobody in particular.
struct Individual {
    std::array<double, 2 * spine_level_count> nucleus_radius, refill_time, facet_area;  ///< by role_index()
    std::array<double, spine_level_count> disc_stiffness;                               ///< k_d and k_3, by level
    double moment = 1.0;                                                                ///< of preload and thrust

    Individual() {
        for (auto* factors : {&nucleus_radius, &refill_time, &facet_area}) factors->fill(1.0);
        disc_stiffness.fill(1.0);
    }
};

/// Every spine begins at rest and straight. A twist turns the shoulders; the other kinds hold a preload and then turn
/// the target's upper vertebra.
struct Spine {
    SpineKind kind = SpineKind::thrust;
    std::size_t target = 6;            ///< level: L4-L5
    Side side = Side::left;            ///< the upper vertebra turns this way, and this side's facets open
    double preload = 6.0;              ///< moment held on the preload's vertebra, not in a twist [N m]
    double preload_time = 2.0;         ///< in which it comes [s]
    std::size_t preload_vertebra = 3;  ///< index into vertebra_names: L1
    double moment = 14.0;              ///< on the target's upper vertebra, thrust and mobilisation only [N m]
    std::optional<double> rise_time;   ///< absent: as rise_time() says [s]
    double twist = 70.0;               ///< of the shoulders, twist only [deg]
    bool couple = false;               ///< the other hand turns the target's lower vertebra back
    double common_opening = 0.0;       ///< the flexion or traction in a thrust opens both sides by this [m]
    std::optional<double> guarding;    ///< muscle activation held from the start, 0..1; absent: as guarding() says [-]
    double reflex_gain = 0.3;          ///< activation at 22 degrees a second of turn between two vertebrae [-]
    double reflex_latency = 0.05;      ///< from turn to muscle [s]
    LevelSet restricted{};             ///< levels stiffer than the table
    LevelSet hypermobile{};            ///< levels looser than the table
    double restriction = 3.0;          ///< how many times stiffer [-]
    double hypermobility = 0.55;       ///< how many times stiffer (below 1) [-]
    double ligament_scale = 1.0;       ///< multiplies stiffness of discs, ligaments and capsules [-]
    double gap_scale = 1.0;            ///< multiplies every facet's opening [-]
    LevelSet gas_left{};               ///< levels whose opening facet still holds the bubble of an earlier pop
    double gas_radius = 3e-4;          ///< and that bubble's radius [m]
    std::optional<double> pockets_seed;    ///< of the facets' pockets, a whole number; absent: to be drawn [-]
    std::optional<double> strengths_seed;  ///< of their nuclei's strengths, a whole number; absent: to be drawn [-]
    std::string levels_file;         ///< path of the CSV the levels came from, as given; empty: the table compiled in
    std::vector<SpineLevel> levels;  ///< empty: the table compiled in
    Individual individual;           ///< no preset key: SpinePopulation draws it
};

}  // namespace synovia
