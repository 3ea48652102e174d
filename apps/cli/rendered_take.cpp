#include "apps/cli/rendered_take.hpp"

#include <algorithm>

#include "apps/studio/side_car.hpp"
#include "apps/studio/sound_output.hpp"

namespace synovia::cli {
namespace fs = std::filesystem;
namespace {

using Json = nlohmann::ordered_json;

RenderedSound rendered(const fs::path& path, const studio::Recipe& recipe, const studio::Sound& sound,
                       std::span<const studio::PartRun> runs) {
    studio::EncodedSound encoded = studio::encode_sound(recipe, sound);
    const Json result = studio::result_json(sound, encoded, runs, recipe);
    const fs::path side_car = studio::side_car_path(path);
    Json row{{"file", path.string()}, {"side_car", side_car.string()}, {"take", recipe.take}, {"joint", recipe.joint}};
    row.update(result);
    for (Json& joint : row["joints"]) joint.erase("events");  // the side-car has them
    return {{path, std::move(encoded.bytes)},
            {side_car, studio::side_car_text(recipe, result)},
            std::move(row),
            encoded.clipped_samples};
}

bool all_finished(const studio::DrawnTake& take) {
    return std::ranges::all_of(take.runs, [](const studio::PartRun& run) { return finished(run.trajectory.outcome); });
}

}  // namespace

RenderedTake render_take(const studio::RenderPlan& plan, std::size_t number, const RenderOptions& options) {
    RenderedTake made{studio::draw_take(plan, number), {}, {}};
    if (!all_finished(made.take)) return made;
    const studio::Recipe& recipe = made.take.recipe;
    made.mix = studio::mix_down(recipe, made.take.runs);
    if (made.mix.silent && !options.allow_silent) return made;
    const fs::path path = studio::take_path(plan, number);
    made.sounds.push_back(rendered(path, recipe, made.mix, made.take.runs));
    made.sounds.front().row["redraws"] = made.take.redraws.size();
    if (!options.stems) return made;
    for (const studio::Stem& stem : studio::stems_of(recipe, made.take.runs)) {
        const studio::Recipe alone = studio::stem_recipe(recipe, stem, made.mix);
        const studio::PartRun run = studio::stem_run(made.take.runs[stem.part], stem);
        const studio::Sound sound = studio::mix_down(alone, {&run, 1});
        made.sounds.push_back(rendered(studio::stem_path(path, recipe, stem), alone, sound, {&run, 1}));
    }
    return made;
}

}  // namespace synovia::cli
