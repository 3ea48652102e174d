#include "apps/cli/play/play_item.hpp"

#include <cmath>
#include <filesystem>
#include <utility>
#include <vector>

#include "apps/cli/console/console.hpp"
#include "apps/cli/failure.hpp"
#include "apps/cli/load.hpp"
#include "apps/studio/drawn_take.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/mix_down.hpp"
#include "apps/studio/recipe_size.hpp"
#include "apps/studio/side_car.hpp"
#include "apps/studio/why_silent.hpp"
#include "audio/core/level.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/file/sound_file.hpp"

namespace synovia::cli {
namespace fs = std::filesystem;
namespace {

constexpr int usual_rate_hz = 48000;

bool is_sound_file(const std::string& name) {
    const fs::path ending = fs::path(name).extension();
    return !ending.empty() && ending != ".toml" && ending != ".json";
}

studio::Recipe read_recipe(const std::string& name, const PlayOptions& options) {
    const ScenarioOptions scenario = placed(options.scenario, options.place);
    if (studio::is_side_car(name)) return studio::read_side_car(name, scenario.overrides);
    preset::Loaded loaded = load_scenario(name, scenario, options.common.quiet);
    studio::Recipe recipe;
    recipe.parts.push_back({loaded.name, std::move(loaded.about), std::move(loaded.scenario)});
    return recipe;
}

/// The recipe at another rate: a stem's place is counted in samples.
studio::Recipe at_rate(studio::Recipe recipe, int rate_hz) {
    if (recipe.alignment)
        recipe.alignment->samples = static_cast<std::uint64_t>(
            std::llround(static_cast<double>(recipe.alignment->samples) * rate_hz / recipe.sample_rate_hz));
    recipe.sample_rate_hz = rate_hz;
    return recipe;
}

audio::SparseSignal performed(const studio::Recipe& recipe, bool quiet) {
    require_bounded(recipe);
    studio::RenderPlan plan;
    plan.recipe = recipe;
    const studio::DrawnTake take = studio::draw_take(plan, 1);
    for (std::size_t i = 0; i < take.runs.size(); ++i) {
        const studio::Part& part = take.recipe.parts[i];
        const studio::PartRun& run = take.runs[i];
        require_finished(part.name, studio::ending_of(run.trajectory));
        if (sounds(run)) continue;
        note(part.name + ": no pop: " + studio::why_silent(part.scenario, run.summary.min_gap_pressure), quiet);
    }
    studio::Sound sound = studio::mix_down(take.recipe, take.runs);
    // Of silence there is nothing to play.
    return sound.silent ? audio::SparseSignal{} : std::move(sound.signal);
}

/// The file's own samples, or those of its side-car where the rate differs.
audio::SparseSignal file_at(const PlayItem& item, int rate_hz, bool quiet) {
    const long file_rate_hz = std::lround(item.sound->sample_rate_hz);
    if (file_rate_hz == rate_hz) return *item.sound;
    const fs::path side_car = studio::side_car_path(item.name);
    const std::string rates =
        item.name + " has " + std::to_string(file_rate_hz) + " Hz, the device plays " + std::to_string(rate_hz) + " Hz";
    if (!fs::exists(side_car))
        throw Failure(ExitCode::bad_input, rates + ", and there is no side-car " + side_car.string() +
                                               " to render it anew; choose another --device or render with --rate " +
                                               std::to_string(rate_hz));
    note(rates + ": rendered anew from " + side_car.string(), quiet);
    return performed(at_rate(studio::read_side_car(side_car.string(), {}), rate_hz), quiet);
}

/// Turns down what is louder than the ceiling.
audio::SparseSignal lowered(audio::SparseSignal signal, const std::string& name, const audio::Level& ceiling,
                            bool quiet) {
    const double peak_db = audio::decibels(audio::true_peak(signal));
    constexpr double tolerance_db = 1e-6;  // of a sound that was normalised to the same level
    if (!(peak_db > ceiling.value_db + tolerance_db)) return signal;
    note(name + ": turned down by " + studio::decibel_text(peak_db - ceiling.value_db) + " to a true peak of " +
             studio::decibel_text(ceiling.value_db) + " (--level)",
         quiet);
    return audio::scaled(std::move(signal), audio::factor_of(ceiling.value_db - peak_db));
}

}  // namespace

PlayItem read_item(const std::string& name, const PlayOptions& options, const audio::Level& ceiling) {
    PlayItem item{name, {}, {}};
    if (is_sound_file(name)) {
        if (!options.scenario.overrides.empty() || !options.scenario.vary.empty() || options.place.room ||
            options.place.listener)
            throw Failure(ExitCode::usage, "--set, --vary, --room and --listener need a preset or a side-car; " + name +
                                               " is a sound file");
        item.sound = audio::decode_file(name).sound;
        return item;
    }
    item.recipe = read_recipe(name, options);
    item.recipe->level = ceiling;
    item.recipe->alignment.reset();
    return item;
}

int wanted_rate_hz(std::span<const PlayItem> items) {
    for (const PlayItem& item : items)
        if (item.sound) return static_cast<int>(std::lround(item.sound->sample_rate_hz));
    return usual_rate_hz;
}

audio::SparseSignal signal_at(const PlayItem& item, int rate_hz, const audio::Level& ceiling, bool quiet) {
    return item.sound ? lowered(file_at(item, rate_hz, quiet), item.name, ceiling, quiet)
                      : performed(at_rate(*item.recipe, rate_hz), quiet);
}

audio::SparseSignal on_channels(const audio::SparseSignal& signal, std::size_t channels) {
    audio::SparseSignal all(signal.sample_rate_hz, signal.start_time_s, channels, signal.frames());
    const bool for_all = signal.channels == 1;
    for (const audio::Piece& piece : signal.pieces) {
        const std::size_t frames = piece.samples.size() / signal.channels;
        std::vector<double>& samples = all.pieces.emplace_back(audio::Piece{piece.first, {}}).samples;
        samples.resize(frames * channels);
        for (std::size_t n = 0; n < frames; ++n)
            for (std::size_t c = 0; c < (for_all ? channels : signal.channels); ++c)
                samples[n * channels + c] = piece.samples[n * signal.channels + (for_all ? 0 : c)];
    }
    return all;
}

}  // namespace synovia::cli
