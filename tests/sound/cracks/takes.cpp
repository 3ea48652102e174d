#include "tests/sound/cracks/takes.hpp"

#include "apps/cli/plan_render.hpp"
#include "apps/studio/drawn_take.hpp"
#include "apps/studio/mix_down.hpp"

namespace synovia::cracks {

std::vector<std::vector<double>> rendered_takes(const std::string& preset, const std::string& vary, std::uint64_t seed,
                                                std::size_t takes) {
    cli::RenderOptions options;
    options.presets = {preset};
    options.scenario.vary = vary;
    options.scenario.seed = seed;
    options.takes = static_cast<int>(takes);
    options.new_joints = true;
    options.rate_hz = sample_rate_hz;
    options.level = "pa";
    options.encoding = "float";
    const studio::RenderPlan plan = cli::plan_render(options);
    std::vector<std::vector<double>> sounds;
    for (std::size_t number = 1; number <= takes; ++number) {
        const studio::DrawnTake take = studio::draw_take(plan, number);
        sounds.push_back(audio::dense(studio::mix_down(take.recipe, take.runs).signal).samples);
    }
    return sounds;
}

}  // namespace synovia::cracks
