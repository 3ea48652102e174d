#include "apps/studio/score_metadata.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "apps/studio/json_text.hpp"
#include "audio/core/level.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

/// In the order in which they sound first.
std::vector<std::string> names(const Score& score) {
    std::vector<std::string> all;
    for (const ScoreEvent& event : score.events) {
        const auto patch = event.frame < score.frames ? patch_of(event) : std::nullopt;
        if (!patch) continue;
        const std::string& name = score.patches[*patch].name;
        if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    }
    return all;
}

std::string title(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 4;
    std::string text = "played live";
    for (std::size_t i = 0; i < std::min(most_named, names.size()); ++i) text += (i == 0 ? ": " : ", ") + names[i];
    if (names.size() > most_named) text += " and " + std::to_string(names.size() - most_named) + " more";
    return text;
}

std::string comment(const Score& score, const std::vector<std::string>& names) {
    constexpr std::size_t most_listed = 16;
    const auto end = names.begin() + static_cast<std::ptrdiff_t>(std::min(most_listed, names.size()));
    Json json = schema_json();
    json["live"] = {{"presets", std::vector<std::string>(names.begin(), end)},
                    {"events", std::count_if(score.events.begin(), score.events.end(),
                                             [&](const ScoreEvent& event) { return event.frame < score.frames; })}};
    return json.dump(-1, ' ', true, Json::error_handler_t::replace);
}

}  // namespace

std::optional<std::size_t> patch_of(const ScoreEvent& event) {
    if (const auto* pop = std::get_if<PopEvent>(&event.what)) return pop->patch;
    if (const auto* grasp = std::get_if<GraspEvent>(&event.what)) return grasp->patch;
    return std::nullopt;
}

std::optional<double> full_scale_db_spl(const Score& score) {
    double level_db = first_score_level_dbfs;
    std::optional<double> found;
    for (const ScoreEvent& event : score.events) {
        if (event.frame >= score.frames) break;
        if (const auto* level = std::get_if<LevelEvent>(&event.what); level != nullptr) {
            if (level->dbfs == faded_out_dbfs) break;  // nothing begins after it
            if (found && level->dbfs != level_db) return std::nullopt;
            level_db = level->dbfs;
        }
        const auto patch = patch_of(event);
        if (!patch) continue;
        const double full_scale_pa = 1.0 / (score.patches[*patch].gain_per_pa * audio::factor_of(level_db));
        if (!std::isfinite(full_scale_pa) || (found && *found != full_scale_pa)) return std::nullopt;
        found = full_scale_pa;
    }
    return found ? std::optional(audio::db_spl(*found)) : std::nullopt;
}

audio::Metadata metadata_of(const Score& score) {
    const std::vector<std::string> all = names(score);
    audio::Metadata data;
    data.title = title(all);
    data.software = "synovia " SYNOVIA_VERSION;
    data.comment = comment(score, all);
    data.full_scale_db_spl = full_scale_db_spl(score);
    return data;
}

}  // namespace synovia::studio
