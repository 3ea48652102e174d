// Render options -> what is to be rendered, before anything is computed.
#pragma once
#include "apps/cli/options.hpp"
#include "apps/studio/render_plan.hpp"

namespace synovia::cli {

/// Throws Failure(usage) for options that contradict each other or are out of range, preset::Error for a bad preset.
studio::RenderPlan plan_render(const RenderOptions& options);

}  // namespace synovia::cli
