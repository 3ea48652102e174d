#include "apps/studio/render_plan.hpp"

#include <algorithm>
#include <string>

namespace synovia::studio {
namespace fs = std::filesystem;

fs::path take_path(const RenderPlan& plan, std::size_t take) {
    if (!plan.numbered) return plan.output;
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(plan.takes).size());
    const std::string number = std::to_string(take);
    fs::path path = plan.output;
    return path.replace_filename(plan.output.stem().string() + "-" + std::string(digits - number.size(), '0') + number +
                                 plan.output.extension().string());
}

fs::path stem_path(const fs::path& sound, const Recipe& recipe, std::size_t part) {
    fs::path path = sound;
    return path.replace_filename(sound.stem().string() + "-" + std::to_string(part + 1) + "-" +
                                 recipe.parts[part].name + sound.extension().string());
}

fs::path manifest_path(const RenderPlan& plan) {
    fs::path path = plan.output;
    return path.replace_filename(plan.output.stem().string() + "-manifest.json");
}

}  // namespace synovia::studio
