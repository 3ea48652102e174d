#include "apps/cli/preset_list.hpp"

#include <algorithm>
#include <cstdlib>

#include "apps/cli/wrap.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/studio/chance.hpp"
#include "apps/studio/draw_index.hpp"
#include "apps/studio/human.hpp"
#include "apps/studio/in_order.hpp"
#include "apps/studio/mix_down.hpp"
#include "audio/core/true_peak.hpp"
#include "audio/measure/measure.hpp"

namespace synovia::cli {
namespace {

/// What a file of it at 48 kHz is like.
void listen(ListedPreset& listed, const preset::Loaded& loaded) {
    studio::Recipe recipe;
    recipe.level = {audio::LevelMode::pascal, 0.0};
    const studio::Draw first{1, studio::draw_index(1, 0, 0)};
    recipe.parts.push_back({loaded.name, {}, studio::drawn(loaded.scenario, 0.0, first, first)});
    const studio::PartRun run = studio::run_part(recipe.parts.front(), recipe.sample_rate_hz);
    const studio::Sound sound = studio::mix_down(recipe, {&run, 1});
    if (sound.silent) return;
    const audio::Measurement measured = audio::measure(sound.signal);
    listed.pitch_hz = measured.peak_frequency_hz;
    listed.peak_pa = audio::true_peak(sound.signal);
}

ListedPreset look_at(const std::string& name, std::span<const std::filesystem::path> search_dirs) {
    ListedPreset listed{name, "", "", "", studio::PresetUse::broken, {}, {}, {}};
    try {
        const preset::Loaded loaded = preset::load(name, search_dirs);
        listed.title = loaded.about.title;
        listed.shows = loaded.about.shows;
        listed.kind = loaded.scenario.kind;
        listed.use = studio::use_of(loaded);
        listen(listed, loaded);
    } catch (const preset::Error& error) {
        listed.error = error.what();
    }
    return listed;
}

std::string pitch_text(const ListedPreset& preset) {
    return preset.pitch_hz
               ? studio::with_prefix(std::strtod(studio::significant(*preset.pitch_hz, 3).c_str(), nullptr), "Hz")
               : "";
}

std::string level_text(const ListedPreset& preset) {
    if (preset.use == studio::PresetUse::broken) return "broken";
    return preset.peak_pa ? studio::peak_level_text(*preset.peak_pa, preset.kind) : "silent";
}

std::string padded(std::string text, std::size_t width) {
    text.resize(std::max(width, text.size()), ' ');
    return text + "  ";
}

}  // namespace

std::vector<ListedPreset> listed_presets(std::span<const std::filesystem::path> search_dirs) {
    const std::vector<std::string> names = studio::in_order_of_use(preset::shipped_names(search_dirs), search_dirs);
    std::vector<ListedPreset> all;
    studio::in_order(
        names.size(), studio::all_cores(), [&](std::size_t i) { return look_at(names[i], search_dirs); },
        [&](std::size_t, ListedPreset listed) { all.push_back(std::move(listed)); });
    return all;
}

std::string preset_table(std::span<const ListedPreset> presets) {
    std::size_t name_width = 0, level_width = 0;
    for (const ListedPreset& preset : presets) {
        name_width = std::max(name_width, preset.name.size());
        level_width = std::max(level_width, level_text(preset).size());
    }
    constexpr std::size_t pitch_width = 8;
    std::string text;
    for (const ListedPreset& preset : presets) {
        text += padded(preset.name, name_width) + padded(pitch_text(preset), pitch_width) +
                padded(level_text(preset), level_width) + preset.title + "\n";
        if (!preset.shows.empty()) text += indented(preset.shows, 4);
        if (!preset.error.empty()) text += indented(preset.error, 4);
    }
    return text;
}

}  // namespace synovia::cli
