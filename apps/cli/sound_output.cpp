#include "apps/cli/sound_output.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "apps/cli/summary_report.hpp"
#include "audio/sound_file.hpp"

namespace synovia::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int side_car_schema = 1;

std::string title(const Recipe& recipe) {
    std::string text;
    for (const Part& part : recipe.parts)
        text.append(text.empty() ? "" : " + ").append(part.about.title.empty() ? part.name : part.about.title);
    return text;
}

Json program_json() { return {{"schema", side_car_schema}, {"program", "synovia"}, {"version", SYNOVIA_VERSION}}; }

audio::Metadata metadata(const Recipe& recipe, const Sound& sound) {
    audio::Metadata data;
    data.title = title(recipe);
    data.software = "synovia " SYNOVIA_VERSION;
    Json comment = program_json();
    comment.update(to_json(recipe));
    data.comment = comment.dump(-1, ' ', false, Json::error_handler_t::replace);
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

EncodedSound encode_sound(const Recipe& recipe, const Sound& sound) {
    audio::EncodeSettings settings;
    settings.encoding = recipe.encoding;
    settings.dither_seed = recipe.seed + 0x9E37'79B9'7F4A'7C15U * recipe.take;  // another noise for every take
    const audio::Encoded encoded = audio::encode(sound.signal, settings, metadata(recipe, sound));
    const auto* bytes = reinterpret_cast<const char*>(encoded.bytes.data());
    return {{bytes, bytes + encoded.bytes.size()}, encoded.clipped_samples};
}

Json result_json(const Sound& sound, const EncodedSound& encoded, std::span<const PartRun> runs, const Recipe& recipe) {
    const audio::Signal& signal = sound.signal;
    Json json{{"silent", sound.silent},
              {"start_time_s", signal.start_time_s},
              {"duration_s", static_cast<double>(signal.samples.size()) / signal.sample_rate_hz},
              {"gain_fs_per_pa", sound.gain_fs_per_pa},
              {"clipped_samples", encoded.clipped_samples},
              {"joints", Json::array()}};
    for (std::size_t i = 0; i < runs.size(); ++i) json["joints"].push_back(part_result(recipe.parts[i], runs[i]));
    return json;
}

std::string side_car_text(const Recipe& recipe, const Json& result) {
    Json json = program_json();
    json.update(to_json(recipe));
    json["result"] = result;
    return json_text(json);
}

std::filesystem::path side_car_path(std::filesystem::path sound) { return sound.replace_extension(".json"); }

}  // namespace synovia::cli
