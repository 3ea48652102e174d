// What is to be rendered: a recipe, how many takes of it, and the names of their files.
#pragma once
#include <cstddef>
#include <filesystem>
#include <vector>

#include "apps/studio/mix_down.hpp"
#include "apps/studio/recipe.hpp"

namespace synovia::studio {

struct RenderPlan {
    Recipe recipe;                 ///< of take 1, not yet varied
    double share = 0.0;            ///< how much joints differ, as `--vary`
    bool new_joints = false;       ///< another joint for every take, else all pull the same one
    std::filesystem::path output;  ///< of the only take; numbered takes are derived from it
    std::size_t takes = 1;
    bool numbered = false;  ///< numbers in the names, and a manifest
};

/// crack.wav -> crack-03.wav for the third of eight takes; the plan's output where takes are not numbered.
std::filesystem::path take_path(const RenderPlan& plan, std::size_t take);

/// crack.wav -> crack-2-thumb.wav for the second joint, crack-1-L4-L5-left.wav for a facet of the first.
std::filesystem::path stem_path(const std::filesystem::path& sound, const Recipe& recipe, const Stem& stem);

/// The paths of all stems there may be: which facets of a spine pop is not known before.
std::vector<std::filesystem::path> stem_paths(const std::filesystem::path& sound, const Recipe& recipe);

/// crack.wav -> crack-manifest.json
std::filesystem::path manifest_path(const RenderPlan& plan);

}  // namespace synovia::studio
