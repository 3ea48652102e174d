#include "apps/studio/score.hpp"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/preset/text.hpp"
#include "apps/preset/write.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/overloaded.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

Json optional_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
std::optional<double> optional_number(const Json& json) {
    return json.is_null() ? std::nullopt : std::optional(json.get<double>());
}

Json event_json(const ScoreEvent& event) {
    Json json;
    if (!std::holds_alternative<GraspEvent>(event.what)) json["frame"] = event.frame;
    std::visit(Overloaded{[&](const PopEvent& e) {
                              json["kind"] = "pop";
                              json["patch"] = e.patch;
                              json["take"] = e.request.take;
                              json["velocity"] = e.request.velocity;
                              json["residual_radius_m"] = optional_json(e.request.residual_radius);
                          },
                          [&](const LevelEvent& e) {
                              json["kind"] = "level";
                              json["level_dbfs"] = e.dbfs;
                          },
                          [&](const GraspEvent& e) {
                              json["kind"] = "grasp";
                              json["patch"] = e.patch;
                              json["residual_radius_m"] = optional_json(e.residual_radius);
                          },
                          [&](const HandEvent& e) {
                              json["kind"] = "hand";
                              json["position_m"] = e.position;
                              json["velocity_m_s"] = e.velocity;
                              json["last"] = e.last;
                          },
                          [&](const LossEvent&) { json["kind"] = "loss"; }},
               event.what);
    return json;
}

Json patch_json(const Patch& patch) {
    return {{"name", patch.name},
            {"vary", patch.share},
            {"seed", patch.seed},
            {"gain_fs_per_pa", patch.gain_per_pa},
            {"scenario", preset::to_json(patch.scenario)}};
}

[[noreturn]] void refuse(const std::string& file, const std::string& key, const std::string& message) {
    throw preset::Error({{file, 0, 0, key, message}});
}

/// An evening of pulls is longer than any preset: 200 events a second.
std::string read_file(const std::string& path) {
    constexpr std::uintmax_t most_bytes = std::uintmax_t{1} << 28U;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) refuse(path, "", "cannot be read: " + error.message());
    if (size > most_bytes) refuse(path, "", "is larger than 256 MiB");
    std::ifstream in(path, std::ios::binary);
    std::string text(size, '\0');
    if (!in.read(text.data(), static_cast<std::streamsize>(size))) refuse(path, "", "cannot be read");
    return text;
}

double in_range(const Json& json, const char* key, double low, double high) {
    const double value = json.at(key).get<double>();
    if (!(value >= low && value <= high))
        throw std::out_of_range(std::string(key) + " must lie between " + preset::exact(low) + " and " +
                                preset::exact(high));
    return value;
}

std::uint64_t whole(const Json& json, const char* key) {
    if (!json.at(key).is_number_unsigned()) throw std::out_of_range(std::string(key) + " must be a whole number");
    return json.at(key).get<std::uint64_t>();
}

Patch read_patch(const Json& json, const std::string& label, int rate) {
    Patch patch;
    patch.name = json.at("name").get<std::string>();
    patch.share = in_range(json, "vary", 0.0, 10.0);
    patch.seed = whole(json, "seed");
    patch.gain_per_pa = in_range(json, "gain_fs_per_pa", 0.0, 1e6);
    patch.sample_rate_hz = rate;
    patch.scenario =
        preset::load_text(Json{{"scenario", json.at("scenario")}}.dump(), label, preset::search_dirs()).scenario;
    return patch;
}

std::size_t patch_index(const Json& json, std::size_t patches) {
    const std::uint64_t index = whole(json, "patch");
    if (index >= patches) throw std::out_of_range("patch must be one of the list");
    return index;
}

std::optional<double> radius(const Json& json) {
    const auto value = optional_number(json.at("residual_radius_m"));
    if (value && !(*value > 0.0 && *value <= 0.1))
        throw std::out_of_range("residual_radius_m must be a radius in metres");
    return value;
}

ScoreEvent read_event(const Json& json, std::size_t patches) {
    const std::string kind = json.at("kind").get<std::string>();
    const std::uint64_t frame = kind == "grasp" ? 0 : whole(json, "frame");
    if (kind == "pop")
        return {frame, PopEvent{patch_index(json, patches),
                                {whole(json, "take"), in_range(json, "velocity", 0.0, 1.0), radius(json)}}};
    if (kind == "level") return {frame, LevelEvent{in_range(json, "level_dbfs", -200.0, highest_score_level_dbfs)}};
    if (kind == "grasp") return {frame, GraspEvent{patch_index(json, patches), radius(json)}};
    if (kind == "hand")
        return {frame, HandEvent{in_range(json, "position_m", -1.0, 1.0), in_range(json, "velocity_m_s", -1e3, 1e3),
                                 json.at("last").get<bool>()}};
    if (kind == "loss") return {frame, LossEvent{}};
    throw std::out_of_range("unknown kind " + preset::in_quotes(kind));
}

void read_body(Score& score, const Json& json, const std::string& path, std::string& place) {
    place = "sample_rate_hz";
    score.sample_rate_hz = static_cast<int>(in_range(json, "sample_rate_hz", 44100, 384000));
    place = "frames";
    score.frames = whole(json, "frames");
    if (score.frames > 1U << 30U) throw std::out_of_range("frames must be below 2^30");
    for (const Json& patch : json.at("patches")) {
        place = "patches[" + std::to_string(score.patches.size()) + "]";
        score.patches.push_back(read_patch(patch, path + " " + place, score.sample_rate_hz));
    }
    for (const Json& event : json.at("events")) {
        place = "events[" + std::to_string(score.events.size()) + "]";
        score.events.push_back(read_event(event, score.patches.size()));
    }
}

}  // namespace

std::string to_text(const Score& score) {
    Json json{{"schema", 1},
              {"program", "synovia"},
              {"version", SYNOVIA_VERSION},
              {"sample_rate_hz", score.sample_rate_hz},
              {"frames", score.frames},
              {"patches", Json::array()},
              {"events", Json::array()}};
    for (const Patch& patch : score.patches) json["patches"].push_back(patch_json(patch));
    for (const ScoreEvent& event : score.events)
        if (event.frame != ScoreEvent::never || std::holds_alternative<GraspEvent>(event.what))
            json["events"].push_back(event_json(event));
    return json_text(json);
}

Score read_score(const std::string& path) {
    Score score;
    std::string place;
    try {
        const Json json = Json::parse(read_file(path));
        read_body(score, json, path, place);
    } catch (const Json::exception& error) {
        refuse(path, place, preset::printable(error.what(), 200));
    } catch (const std::out_of_range& error) {
        refuse(path, place, error.what());
    }
    return score;
}

}  // namespace synovia::studio
