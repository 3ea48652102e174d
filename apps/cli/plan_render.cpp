#include "apps/cli/plan_render.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "apps/cli/failure.hpp"
#include "apps/cli/load.hpp"
#include "apps/cli/values.hpp"
#include "apps/preset/text.hpp"
#include "apps/studio/recipe_size.hpp"
#include "apps/studio/side_car.hpp"
#include "apps/studio/take.hpp"

namespace synovia::cli {
namespace fs = std::filesystem;
namespace {

constexpr double default_spacing_s = 0.15;

std::string ending_of(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return ending.empty() ? ending : ending.substr(1);
}

/// The recipe the presets stand for: that of a single side-car, else the joints one after the other.
studio::Recipe gather(const RenderOptions& options) {
    const ScenarioOptions as_given = placed(options.scenario, options.place);
    if (options.presets.size() == 1 && studio::is_side_car(options.presets.front()))
        return studio::read_side_car(options.presets.front(), as_given.overrides);
    if (options.presets.size() > studio::most_joints)
        throw Failure(ExitCode::usage, std::to_string(options.presets.size()) + " presets, " +
                                           std::to_string(studio::most_joints) + " are allowed");
    studio::Recipe recipe;
    const double spacing = options.spacing ? parse_time("--spacing", *options.spacing) : default_spacing_s;
    for (const std::string& name : options.presets) {
        preset::Loaded loaded = load_preset(name, as_given.overrides, options.common.quiet);
        const double start = spacing * static_cast<double>(recipe.parts.size());
        recipe.parts.push_back({loaded.name, std::move(loaded.about), std::move(loaded.scenario), start});
    }
    if (spacing * static_cast<double>(recipe.parts.size()) > studio::longest_sound_s)
        refuse_value("--spacing", "the joints would take more than 600 s");
    return recipe;
}

/// What a file's ending says; `current` where that is of the same kind of file.
audio::Encoding encoding_for(const std::string& ending, audio::Encoding current) {
    if (ending == audio::extension(current)) return current;
    constexpr std::array defaults{audio::Encoding::pcm24, audio::Encoding::flac, audio::Encoding::ogg};
    for (const audio::Encoding encoding : defaults)
        if (ending == audio::extension(encoding)) return encoding;
    refuse_value("--output", "a sound file ends in .wav, .flac or .ogg; got " + preset::in_quotes("." + ending));
}

void choose_encoding(studio::Recipe& recipe, const RenderOptions& options) {
    const bool named = !options.output.empty() && options.output != "-";
    const std::string ending = named ? ending_of(options.output) : "";
    if (options.level && recipe.level.mode == audio::LevelMode::pascal) recipe.encoding = audio::Encoding::float32;
    if (options.encoding) {
        recipe.encoding = parsed("--encoding", [&] { return audio::parse_encoding(*options.encoding); });
        if (!ending.empty() && ending != audio::extension(recipe.encoding))
            refuse_value("--encoding", *options.encoding + " contradicts the ending ." + ending + " of the file");
    } else if (!ending.empty()) {
        recipe.encoding = encoding_for(ending, recipe.encoding);
    }
    parsed("--level", [&] { return audio::require_holds(recipe.encoding, recipe.level); });
}

void apply_settings(studio::Recipe& recipe, const RenderOptions& options) {
    if (recipe.alignment &&
        (options.rate_hz || options.level || options.duration || options.place.room || options.place.listener))
        refuse_value("--rate, --level, --duration, --room, --listener",
                     "a stem keeps those of its mix; render the mix anew");
    if (options.rate_hz) recipe.sample_rate_hz = *options.rate_hz;
    if (recipe.sample_rate_hz < studio::lowest_rate_hz || recipe.sample_rate_hz > studio::highest_rate_hz)
        refuse_value("--rate", std::to_string(recipe.sample_rate_hz) + " is not between 44100 and 192000 Hz");
    if (options.level) recipe.level = parse_level("--level", *options.level);
    choose_encoding(recipe, options);
    if (options.duration) recipe.duration_s = parse_time("--duration", *options.duration);
    if (recipe.duration_s && !studio::holds_a_sample(*recipe.duration_s, recipe.sample_rate_hz))
        refuse_value("--duration", "is shorter than a sample");
    if (!options.texts.date.empty()) recipe.texts.date = options.texts.date;
    if (!options.texts.pairs.empty()) recipe.texts.pairs = options.texts.pairs;
    if (options.scenario.seed) recipe.seed = recipe.joint_seed = *options.scenario.seed;
    if (options.scenario.joint_seed) recipe.joint_seed = *options.scenario.joint_seed;
    if (!options.velocity) return;
    for (studio::Part& part : recipe.parts) part.scenario = studio::pulled(part.scenario, *options.velocity);
}

fs::path output_path(const RenderOptions& options, const studio::Recipe& recipe) {
    if (!options.output.empty()) return options.output;
    std::string stem = recipe.parts.size() == 1 ? recipe.parts.front().name : "mix";
    if (studio::is_side_car(options.presets.front()) && options.presets.size() == 1)
        stem = fs::path(options.presets.front()).stem().string();
    return stem.append(".").append(audio::extension(recipe.encoding));
}

void check_combination(const RenderOptions& options) {
    if (options.spacing && options.presets.size() < 2) refuse_value("--spacing", "needs several presets");
    if (options.output != "-") return;
    if (options.takes > 0) refuse_value("--output", "standard output takes one sound only, not -n takes");
    if (options.stems) refuse_value("--output", "standard output takes one sound only, not --stems");
    if (options.common.json) refuse_value("--output", "standard output cannot take the sound and --format json");
}

}  // namespace

studio::RenderPlan plan_render(const RenderOptions& options) {
    check_combination(options);
    studio::RenderPlan plan;
    plan.share = parse_share(options.scenario.vary);
    plan.recipe = gather(options);
    apply_settings(plan.recipe, options);
    require_bounded(plan.recipe);
    plan.output = output_path(options, plan.recipe);
    plan.numbered = options.takes > 0;
    plan.takes = static_cast<std::size_t>(std::max(options.takes, 1));
    plan.new_joints = options.new_joints.value_or(plan.share > 0.0);
    return plan;
}

}  // namespace synovia::cli
