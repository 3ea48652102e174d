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
    for (std::size_t i = 0; options.stems && i < made.take.runs.size(); ++i) {
        const studio::Recipe stem = studio::stem_recipe(recipe, i, made.mix);
        const std::span<const studio::PartRun> run(&made.take.runs[i], 1);
        made.sounds.push_back(rendered(studio::stem_path(path, recipe, i), stem, studio::mix_down(stem, run), run));
    }
    return made;
}

}  // namespace synovia::cli
