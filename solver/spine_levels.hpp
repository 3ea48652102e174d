// The spine from the tenth thoracic vertebra to the sacrum, level by level.
#pragma once
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace synovia {

inline constexpr std::size_t spine_level_count = 8;
inline constexpr std::size_t facet_count = 2 * spine_level_count;  ///< left and right of each level

/// The levels from top to bottom, and the vertebra above each; below the last is the sacrum, S1.
inline constexpr std::array<std::string_view, spine_level_count> spine_level_names{
    "T10-T11", "T11-T12", "T12-L1", "L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"};
inline constexpr std::array<std::string_view, spine_level_count> vertebra_names{"T10", "T11", "T12", "L1",
                                                                                "L2",  "L3",  "L4",  "L5"};

inline constexpr double level_distance = 0.035;  ///< from one level to the next [m]; recalled

/// What is known of a level, in the units in which anatomists and biomechanists publish it.
struct SpineLevel {
    std::size_t level = 0;                ///< index into spine_level_names
    double facet_angle_deg = 0;           ///< alpha: joint plane to the mid-sagittal plane
    double facet_tilt_deg = 0;            ///< sagittal tilt of its normal
    double facet_behind_mm = 0;           ///< X: distance behind the axis of rotation
    double facet_sideways_mm = 0;         ///< Y: distance from the mid-sagittal plane
    double facet_area_mm2 = 0;            ///< opening area
    double disc_stiffness_nm_deg = 0;     ///< k_d: disc and ligaments in axial rotation
    double disc_cubic_nm_deg3 = 0;        ///< k_3
    double contact_angle_deg = 0;         ///< theta_c: turn at which the closing facet meets bone
    double contact_stiffness_nm_deg = 0;  ///< k_f
    double damping_nms_deg = 0;           ///< c
    double resting_gap_mm = 0;            ///< h
    double capsule_slack_mm = 0;          ///< g: opening at which the capsule's ligament tightens
    double capsule_stiffness_n_mm = 0;    ///< k_cap
};

/// One column of the table: its name in a CSV, how to reach it, and the range the model is validated for.
struct SpineColumn {
    std::string_view name;
    double SpineLevel::*member;
    double min, max;
};
std::span<const SpineColumn> spine_columns();

/// The table that is compiled in, from top to bottom. Sources and confidence of every column: solver/README.md.
std::span<const SpineLevel> spine_levels();

}  // namespace synovia
