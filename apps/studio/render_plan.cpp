#include "apps/studio/render_plan.hpp"

#include <algorithm>
#include <string>

#include "solver/facet_name.hpp"
#include "solver/kinds.hpp"
#include "solver/spine_levels.hpp"

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

fs::path stem_path(const fs::path& sound, const Recipe& recipe, const Stem& stem) {
    const std::string name = stem.facet ? facet_name(*stem.facet) : recipe.parts[stem.part].name;
    fs::path path = sound;
    return path.replace_filename(sound.stem().string() + "-" + std::to_string(stem.part + 1) + "-" + name +
                                 sound.extension().string());
}

std::vector<fs::path> stem_paths(const fs::path& sound, const Recipe& recipe) {
    std::vector<fs::path> paths;
    for (std::size_t i = 0; i < recipe.parts.size(); ++i) {
        const Part& part = recipe.parts[i];
        if (!row_of(part.scenario.kind).has_facets || part.facet) {
            paths.push_back(stem_path(sound, recipe, {i, part.facet}));
            continue;
        }
        for (std::size_t facet = 0; facet < facet_count; ++facet) paths.push_back(stem_path(sound, recipe, {i, facet}));
    }
    return paths;
}

fs::path manifest_path(const RenderPlan& plan) {
    fs::path path = plan.output;
    return path.replace_filename(plan.output.stem().string() + "-manifest.json");
}

}  // namespace synovia::studio
