// synovia presets: which there are, what is in them, what is wrong with a file.
#include <nlohmann/json.hpp>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/cli/key_list.hpp"
#include "apps/cli/preset_list.hpp"
#include "apps/preset/file.hpp"
#include "apps/preset/level_table.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/write.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/preset_order.hpp"
#include "apps/studio/side_car.hpp"
#include "audio/core/level.hpp"
#include "solver/kinds.hpp"
#include "solver/spine_levels.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

Json listed_json(const ListedPreset& preset) {
    const auto or_null = [](const std::optional<double>& value) { return value ? Json(*value) : Json(); };
    return {{"name", preset.name},
            {"title", preset.title},
            {"shows", preset.shows},
            {"use", studio::to_text(preset.use)},
            {"kind", row_of(preset.kind).name},
            {"pitch_hz", or_null(preset.pitch_hz)},
            {"peak_pa", or_null(preset.peak_pa)},
            {"peak_db_spl", preset.peak_pa ? Json(audio::db_spl(*preset.peak_pa)) : Json()},
            {"error", preset.error}};
}

void list_presets(bool json) {
    const auto presets = listed_presets(preset::search_dirs());
    if (presets.empty())
        throw Failure(ExitCode::file, "no presets found; SYNOVIA_PRESETS may name the directory that holds them");
    if (!json) return print(preset_table(presets));
    Json list = Json::array();
    for (const ListedPreset& preset : presets) list.push_back(listed_json(preset));
    write_stdout(studio::json_text(list));
}

void list_keys(bool json) {
    if (json) return write_stdout(studio::json_text(keys_json()));
    print(key_table());
}

void list_names(bool json) {
    const auto dirs = preset::search_dirs();
    const std::vector<std::string> names = studio::in_order_of_use(preset::shipped_names(dirs), dirs);
    if (json) return write_stdout(studio::json_text(names));
    std::string text;
    for (const std::string& name : names) text += name + "\n";
    print(text);
}

/// A preset as its file stands, comments and sources included; a side-car as the preset it amounts to.
void print_preset(const std::string& name, bool json) {
    const auto dirs = preset::search_dirs();
    const preset::Loaded loaded = preset::load(name, dirs);
    if (json)
        return write_stdout(studio::json_text(Json{{"name", loaded.name},
                                                   {"about", preset::to_json(loaded.about)},
                                                   {"scenario", preset::to_json(loaded.scenario)}}));
    const auto path = preset::find_preset(name, dirs, std::filesystem::current_path());
    if (path && path->extension() == ".toml") return write_stdout(preset::read_text(*path));
    write_stdout(preset::to_toml(loaded.scenario, loaded.about));
}

void check_presets(const std::vector<std::string>& files) {
    const auto dirs = preset::search_dirs();
    std::string good;
    std::string problems;
    for (const std::string& file : files) {
        try {
            if (studio::is_side_car(file))
                studio::read_side_car(file, {});  // of one joint or of a mix
            else
                preset::load(file, dirs);
            good += file + ": good\n";
        } catch (const preset::Error& error) {
            problems += error.what();
            problems += '\n';
        }
    }
    print(good);
    if (!problems.empty()) throw Failure(ExitCode::bad_input, problems);
}

void print_levels(const std::vector<std::string>& presets) {
    if (presets.empty()) return write_stdout(preset::level_csv(spine_levels()));
    const preset::Loaded loaded = preset::load(presets.front(), preset::search_dirs());
    if (!row_of(loaded.scenario.kind).has_facets)
        throw Failure(ExitCode::bad_input, presets.front() + ": is no spine and has no levels");
    const std::vector<SpineLevel>& own = loaded.scenario.spine.levels;
    write_stdout(preset::level_csv(own.empty() ? spine_levels() : std::span<const SpineLevel>(own)));
}

}  // namespace

void run(const PresetsOptions& options) {
    const bool named = !options.check && !options.presets.empty(), print_one = named && !options.levels;
    if (print_one + options.check + options.keys + options.names + options.levels > 1)
        throw Failure(ExitCode::usage, "presets: either a name to print, --check, --keys, --names or --levels");
    if (named && options.presets.size() > 1)
        throw Failure(ExitCode::usage, "presets: prints one preset, got " + std::to_string(options.presets.size()) +
                                           "; --check takes several");
    if (options.check && options.presets.empty()) throw Failure(ExitCode::usage, "presets: --check needs a file");
    if (options.keys) return list_keys(options.common.json);
    if (options.names) return list_names(options.common.json);
    if (options.levels) return print_levels(options.presets);
    if (options.check) return check_presets(options.presets);
    if (print_one) return print_preset(options.presets.front(), options.common.json);
    list_presets(options.common.json);
}

}  // namespace synovia::cli
