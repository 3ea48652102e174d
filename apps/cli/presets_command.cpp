// synovia presets: which there are, what is in them, what is wrong with a file.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "apps/cli/commands.hpp"
#include "apps/cli/console/standard_output.hpp"
#include "apps/preset/file.hpp"
#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/write.hpp"
#include "apps/studio/json_text.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

void list_presets(bool json) {
    const auto presets = preset::list(preset::search_dirs());
    if (presets.empty())
        throw Failure(ExitCode::file, "no presets found; SYNOVIA_PRESETS may name the directory that holds them");
    if (json) {
        Json list = Json::array();
        for (const auto& entry : presets)
            list.push_back(Json{{"name", entry.name}, {"title", entry.error.empty() ? entry.title : entry.error}});
        return write_stdout(studio::json_text(list));
    }
    std::size_t width = 0;
    for (const auto& entry : presets) width = std::max(width, entry.name.size());
    std::string text;
    for (const auto& entry : presets)
        text += entry.name + std::string(width + 2 - entry.name.size(), ' ') +
                (entry.error.empty() ? entry.title : entry.error) + "\n";
    write_stdout(text);
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
            preset::load(file, dirs);
            good += file + ": good\n";
        } catch (const preset::Error& error) {
            problems += error.what();
            problems += '\n';
        }
    }
    write_stdout(good);
    if (!problems.empty()) throw Failure(ExitCode::bad_input, problems);
}

}  // namespace

void run(const PresetsOptions& options) {
    if (!options.check.empty() && !options.name.empty())
        throw Failure(ExitCode::usage, "presets: either a name to print or --check, not both");
    if (!options.check.empty()) return check_presets(options.check);
    if (!options.name.empty()) return print_preset(options.name, options.common.json);
    list_presets(options.common.json);
}

}  // namespace synovia::cli
