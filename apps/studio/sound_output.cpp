#include "apps/studio/sound_output.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "apps/preset/write.hpp"
#include "apps/studio/side_car.hpp"
#include "apps/studio/summary_json.hpp"
#include "audio/file/sound_file.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

/// The joints' titles, the first few of a crowd.
std::string title(const Recipe& recipe) {
    constexpr std::size_t most_named = 4;
    std::string text;
    for (const Part& part : std::span(recipe.parts).first(std::min(most_named, recipe.parts.size())))
        text.append(text.empty() ? "" : " + ").append(part.about.title.empty() ? part.name : part.about.title);
    if (recipe.parts.size() > most_named) text += " and " + std::to_string(recipe.parts.size() - most_named) + " more";
    return text;
}

/// A scenario's kind and what differs from that kind's defaults.
Json without_defaults(const Json& scenario) {
    const auto kind = std::ranges::find(kinds(), scenario.at("kind").get<std::string>(), &KindRow::name);
    const Json defaults = preset::to_json(kind->defaults());
    Json rest = Json::object();
    for (const auto& [key, value] : scenario.items())
        if (key == "kind" || !defaults.contains(key) || defaults[key] != value) rest[key] = value;
    return rest;
}

/// Every scenario in a side-car's JSON without its defaults.
Json shortened(Json json) {
    if (json.contains("scenario")) json["scenario"] = without_defaults(json["scenario"]);
    if (json.contains("joints"))
        for (Json& joint : json["joints"]) joint["scenario"] = without_defaults(joint["scenario"]);
    return json;
}

/// What the texts without a place of their own take of the comment, at most.
std::size_t text_bytes(const FileTexts& texts) {
    std::size_t bytes = 0;
    for (const auto& [key, value] : texts.pairs) bytes += key.size() + value.size() + 3;  // "=" and "; "
    return bytes;
}

/// The recipe as short JSON; of what is too long for a text inside a file, the side-car has the rest.
std::string comment(const Recipe& recipe) {
    const auto text_of = [](const Json& json) { return json.dump(-1, ' ', true, Json::error_handler_t::replace); };
    Json json = shortened(side_car_json(recipe));
    json["render"].erase("metadata");  // they stand in the file by themselves
    // FLAC and Ogg have the calibration in the same text.
    constexpr std::size_t room_for_calibration = 40;
    const std::size_t longest = audio::longest_text(recipe.encoding) - room_for_calibration - text_bytes(recipe.texts);
    for (const char* key : {"about", "joints", "scenario"})
        if (text_of(json).size() > longest) json.erase(key);
    return text_of(json);
}

audio::Metadata metadata(const Recipe& recipe, const Sound& sound) {
    audio::Metadata data;
    data.title = title(recipe);
    add_to(data, recipe.texts);
    data.title = std::string(audio::shortened(data.title, audio::longest_text(recipe.encoding)));
    data.take = recipe.take;
    data.software = "synovia " SYNOVIA_VERSION;
    data.comment = comment(recipe);
    if (!sound.silent) data.full_scale_db_spl = audio::db_spl(1.0 / sound.gain_fs_per_pa);
    data.time_reference_s = sound.signal.start_time_s;
    return data;
}

Json part_result(const Part& part, const PartRun& run) {
    Json json{{"name", part.name}};
    json.update(summary_json(run.trajectory, run.summary));
    json.erase("wall_time_s");
    return json;
}

}  // namespace

void encode_sound(const Recipe& recipe, const Sound& sound, audio::ByteFile& target) {
    audio::EncodeSettings settings;
    settings.encoding = recipe.encoding;
    settings.dither_seed = recipe.seed + 0x9E37'79B9'7F4A'7C15U * recipe.take;  // another noise for every take
    audio::encode(sound.signal, settings, metadata(recipe, sound), target);
}

Json result_json(const Sound& sound, std::span<const PartRun> runs, const Recipe& recipe) {
    const audio::SparseSignal& signal = sound.signal;
    Json json{{"silent", sound.silent},
              {"start_time_s", signal.start_time_s},
              {"duration_s", static_cast<double>(sound.frames()) / signal.sample_rate_hz},
              {"gain_fs_per_pa", sound.gain_fs_per_pa},
              {"left_out_db", sound.cut.left_out_db},
              {"clipped_samples", audio::clipped_samples(signal, recipe.encoding)},
              {"joints", Json::array()}};
    for (std::size_t i = 0; i < runs.size(); ++i) json["joints"].push_back(part_result(recipe.parts[i], runs[i]));
    return json;
}

}  // namespace synovia::studio
