#include "solver/spine_levels.hpp"

namespace synovia {
namespace {

// clang-format off
/// Angles: CT of 620 people (Jentzsch 2013: 30.4, 38.7, 47.0, 47.3 degrees from L2-L3 on, measured) and 240 dry spines
/// (Masharawi 2004, measured). Places: surfaces of a lumbar spine, the axis a quarter of the disc behind its centre
/// (derived). Areas within 72-212 mm2 (Panjabi 1993). Stiffness: fitted to 7.5 N m in vitro (Wilke 2017) and 45 degrees
/// in vivo (Fujii 2007). Slack and stiffness of the capsule: ten-fibre model of the same surfaces (derived; thoracic and
/// L5-S1 slack proposed). Damping and resting gap: proposed.
constexpr std::array<SpineLevel, spine_level_count> table{{
//   level alpha  tilt    X     Y      A    k_d   k_3  theta_c k_f     c     h    slack  k_cap
    {0,    62.0, 15.0, 24.0, 13.0, 100.0,  1.1,  0.01,  3.2,  5.0,  0.05, 0.25,  1.20, 150.0},
    {1,    55.0, 15.0, 26.0, 13.0, 105.0,  1.2,  0.01,  2.8,  5.0,  0.05, 0.25,  1.20, 150.0},
    {2,    27.0,  8.0, 30.0, 12.5, 110.0,  1.8,  0.02,  1.4,  6.0,  0.05, 0.30,  1.10, 190.0},
    {3,    27.0,  6.0, 27.0, 13.0, 120.0,  1.5,  0.02,  1.3,  5.5,  0.05, 0.30,  1.06, 192.0},
    {4,    30.0,  6.0, 27.0, 14.0, 135.0,  1.4,  0.02,  1.4,  5.5,  0.05, 0.30,  1.27, 131.0},
    {5,    38.0,  9.0, 26.0, 16.5, 150.0,  1.4,  0.02,  1.4,  5.5,  0.05, 0.30,  1.10, 139.0},
    {6,    46.0, 14.0, 24.0, 19.0, 165.0,  1.6,  0.02,  1.2,  6.0,  0.05, 0.30,  1.43, 108.0},
    {7,    48.0, 12.0, 22.0, 22.0, 175.0,  2.6,  0.03,  0.8,  9.0,  0.06, 0.30,  1.25,  74.0},
}};

constexpr std::array<SpineColumn, 13> columns{{
    {"alpha_deg", &SpineLevel::facet_angle_deg, 0.0, 90.0},
    {"tilt_deg", &SpineLevel::facet_tilt_deg, 0.0, 60.0},
    {"x_mm", &SpineLevel::facet_behind_mm, 5.0, 60.0},
    {"y_mm", &SpineLevel::facet_sideways_mm, 2.0, 60.0},
    {"area_mm2", &SpineLevel::facet_area_mm2, 20.0, 500.0},
    {"kd_nm_deg", &SpineLevel::disc_stiffness_nm_deg, 0.01, 50.0},
    {"k3_nm_deg3", &SpineLevel::disc_cubic_nm_deg3, 0.0, 10.0},
    {"theta_c_deg", &SpineLevel::contact_angle_deg, 0.0, 20.0},
    {"kf_nm_deg", &SpineLevel::contact_stiffness_nm_deg, 0.0, 100.0},
    {"c_nms_deg", &SpineLevel::damping_nms_deg, 0.001, 1.0},
    {"h_rest_mm", &SpineLevel::resting_gap_mm, 0.02, 2.0},
    {"g_slack_mm", &SpineLevel::capsule_slack_mm, 0.1, 10.0},
    {"k_cap_n_mm", &SpineLevel::capsule_stiffness_n_mm, 0.0, 2000.0},
}};
// clang-format on

}  // namespace

std::span<const SpineColumn> spine_columns() { return columns; }
std::span<const SpineLevel> spine_levels() { return table; }

}  // namespace synovia
