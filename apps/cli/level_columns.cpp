#include "apps/cli/level_columns.hpp"

#include <array>

namespace synovia::cli {
namespace {

constexpr std::array<studio::KeyText, 13> columns{{
    {"alpha_deg", "angle of the facet's plane to the mid-sagittal plane"},
    {"tilt_deg", "sagittal tilt of its normal"},
    {"x_mm", "its distance behind the axis that the level turns about"},
    {"y_mm", "its distance from the mid-sagittal plane"},
    {"area_mm2", "the area that opens"},
    {"kd_nm_deg", "stiffness of disc and ligaments in axial rotation"},
    {"k3_nm_deg3", "how that grows with the cube of the turn"},
    {"theta_c_deg", "turn at which the facet that closes meets bone"},
    {"kf_nm_deg", "stiffness from there on"},
    {"c_nms_deg", "damping of the turn"},
    {"h_rest_mm", "the facet's gap at rest"},
    {"g_slack_mm", "opening at which its capsule tightens"},
    {"k_cap_n_mm", "stiffness of the capsule from there on"},
}};

}  // namespace

std::span<const studio::KeyText> level_columns() { return columns; }

}  // namespace synovia::cli
