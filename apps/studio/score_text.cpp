#include "apps/studio/score_text.hpp"

#include <nlohmann/json.hpp>

#include "apps/preset/write.hpp"
#include "apps/studio/json_text.hpp"
#include "apps/studio/overloaded.hpp"

namespace synovia::studio {
namespace {

using Json = nlohmann::ordered_json;

Json optional_json(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }
Json event_json(const ScoreEvent& event) {
    Json json{{"frame", event.frame}};
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
            {"joint_seed", patch.joint_seed},
            {"gain_fs_per_pa", patch.gain_per_pa},
            {"scenario", preset::to_json(patch.scenario)}};
}

Json head_json(const Score& score) {
    Json json = schema_json();
    json["sample_rate_hz"] = score.sample_rate_hz;
    json["listener"] = audio::to_text(score.listening);
    return json;
}

std::string line(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n"; }

}  // namespace

std::string to_text(const Score& score) {
    Json json = head_json(score);
    json["frames"] = score.frames;
    for (const char* list : {"patches", "events"}) json[list] = Json::array();
    for (const Patch& patch : score.patches) json["patches"].push_back(patch_json(patch));
    for (const ScoreEvent& event : score.events) json["events"].push_back(event_json(event));
    return json_text(json);
}

std::string journal_head(const Score& score) { return line(head_json(score)); }

std::string journal_line(const Patch& patch) { return line({{"patch", patch_json(patch)}}); }
std::string journal_line(const ScoreEvent& event) { return line({{"event", event_json(event)}}); }
std::string journal_line(std::uint64_t frames) { return line({{"frames", frames}}); }

}  // namespace synovia::studio
