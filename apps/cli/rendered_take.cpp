#include "apps/cli/rendered_take.hpp"

#include <algorithm>

#include "apps/studio/side_car.hpp"
#include "apps/studio/sound_output.hpp"

namespace synovia::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

RenderedSound rendered(fs::path path, const studio::Recipe& recipe, studio::Sound sound,
                       std::span<const studio::PartRun> runs) {
    const Json result = studio::result_json(sound, runs, recipe);
    Json row{{"file", path.string()},
             {"side_car", studio::side_car_path(path).string()},
             {"take", recipe.take},
             {"joint", recipe.joint}};
    row.update(result);
    for (Json& joint : row["joints"]) joint.erase("events");  // the side-car has them
    return {std::move(path), recipe, std::move(sound), studio::side_car_text(recipe, result), std::move(row)};
}

bool all_finished(const studio::DrawnTake& take) {
    return std::ranges::all_of(take.runs, [](const studio::PartRun& run) { return finished(run.trajectory.outcome); });
}

}  // namespace

RenderedTake render_take(const studio::RenderPlan& plan, std::size_t number, const RenderOptions& options) {
    RenderedTake made{studio::draw_take(plan, number), {}};
    if (!all_finished(made.take)) return made;
    const studio::Recipe& recipe = made.take.recipe;
    studio::Sound mix = studio::mix_down(recipe, made.take.runs);
    if (mix.silent && !options.allow_silent) return made;
    const fs::path path = studio::take_path(plan, number);
    made.sounds.push_back(rendered(path, recipe, std::move(mix), made.take.runs));
    made.sounds.front().row["redraws"] = made.take.redraws.size();
    if (!options.stems) return made;
    for (const studio::Stem& stem : studio::stems_of(recipe, made.take.runs)) {
        const studio::Recipe alone = studio::stem_recipe(recipe, stem, made.sounds.front().sound);
        const studio::PartRun run = studio::stem_run(made.take.runs[stem.part], stem);
        made.sounds.push_back(
            rendered(studio::stem_path(path, recipe, stem), alone, studio::mix_down(alone, {&run, 1}), {&run, 1}));
    }
    return made;
}

}  // namespace synovia::cli
