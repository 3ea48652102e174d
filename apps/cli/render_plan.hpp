// Render options -> a recipe and the names of the files, before anything is computed.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "apps/cli/options.hpp"
#include "apps/studio/recipe.hpp"

namespace synovia::cli {

struct RenderPlan {
    Recipe recipe;       ///< of take 1, not yet varied
    double share = 0.0;  ///< of --vary
    bool to_stdout = false;
    std::filesystem::path output;  ///< of the only take; numbered takes are derived from it
    std::size_t takes = 1;
    bool numbered = false;  ///< -n was given: numbers in the names, and a manifest
};

/// Throws Failure(usage) for options that contradict each other or are out of range, preset::Error for a bad preset.
RenderPlan plan_render(const RenderOptions& options);

/// crack.wav -> crack-03.wav for the third of eight takes; the plan's output where takes are not numbered.
std::filesystem::path take_path(const RenderPlan& plan, std::size_t take);

/// crack.wav -> crack-2-thumb.wav for the second joint.
std::filesystem::path stem_path(const std::filesystem::path& sound, const Recipe& recipe, std::size_t part);

/// crack.wav -> crack-manifest.json
std::filesystem::path manifest_path(const RenderPlan& plan);

}  // namespace synovia::cli
