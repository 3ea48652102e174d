#include "apps/studio/renderers.hpp"

#include <utility>

#include "solver/emission.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {

audio::Listening listening_of(const Listener& listener) {
    return listener.kind == ListenerKind::stereo ? audio::Listening::stereo : audio::Listening::mono;
}

audio::RoomSettings settings_of(const Room& room) {
    audio::RoomSettings settings;
    settings.kind = room.kind == RoomKind::near    ? audio::RoomKind::near
                    : room.kind == RoomKind::small ? audio::RoomKind::small
                                                   : audio::RoomKind::none;
    settings.chest_distance_m = room.chest_distance;
    settings.chest_reflection = room.chest_reflection;
    settings.table_distance_m = room.table_distance;
    settings.table_reflection = room.table_reflection;
    settings.length_m = room.length;
    settings.width_m = room.width;
    settings.height_m = room.height;
    settings.absorption = room.absorption;
    settings.reflections = static_cast<int>(room.reflections);
    settings.seed = static_cast<std::uint64_t>(room.seed);
    return settings;
}

audio::Hearing hearing_of(const Scenario& scenario, double start_s) {
    const double distance = scenario.listener.distance;
    const Medium between = medium(scenario);
    return {distance,
            {pressure_per_strength(between, distance), start_s + arrival_delay(between, distance)},
            between.sound_speed};
}

std::optional<audio::RoundBody> body_of(const Listener& listener) {
    if (!listener.body_radius) return std::nullopt;
    return audio::RoundBody{*listener.body_radius, listener.body_facing};
}

audio::BodyResponse body_response(const Listener& listener, const audio::Place& ear) {
    const auto body = body_of(listener);
    if (!body) return {};
    return audio::rigid_sphere(audio::seen(*body, {}, ear, listener.air_sound_speed));
}

audio::BodyResponse body_response(const Listener& listener) {
    return body_response(listener, {0.0, -listener.distance, 0.0});
}

audio::Renderer& Renderers::of(const std::optional<audio::SphereBody>& body) {
    const audio::SphereBody b = body.value_or(audio::SphereBody{0.0, 0.0, 0.0, 0.0});
    const std::array key{b.radius_m, b.distance_m, b.facing_deg, b.sound_speed_m_s};
    const auto found = renderers_.find(key);
    if (found != renderers_.end()) return found->second;
    audio::Renderer renderer(sample_rate_hz_, body ? audio::rigid_sphere(*body) : audio::BodyResponse{});
    return renderers_.emplace(key, std::move(renderer)).first->second;
}

Renderers& renderers_at(double sample_rate_hz) {
    thread_local std::map<double, Renderers> kept;  // a renderer serves one thread
    return kept.try_emplace(sample_rate_hz, sample_rate_hz).first->second;
}

}  // namespace synovia::studio
