#include "apps/studio/radiation.hpp"

#include <utility>

#include "audio/core/audible.hpp"
#include "solver/emission.hpp"
#include "solver/kinds.hpp"

namespace synovia::studio {

audio::BodyResponse body_response(const Listener& listener, double sample_rate_hz) {
    const auto corner = body_corner(listener);
    return corner ? audio::one_pole(*corner, sample_rate_hz) : audio::BodyResponse{};
}

audio::Renderer& Renderers::of(const Listener& listener) {
    const auto found = renderers_.find(listener.body_radius);
    if (found != renderers_.end()) return found->second;
    audio::Renderer renderer(sample_rate_hz_, body_response(listener, sample_rate_hz_));
    return renderers_.emplace(listener.body_radius, std::move(renderer)).first->second;
}

Renderers& renderers_at(double sample_rate_hz) {
    thread_local std::map<double, Renderers> kept;  // a renderer serves one thread
    return kept.try_emplace(sample_rate_hz, sample_rate_hz).first->second;
}

std::vector<audio::Path> paths_of(const Scenario& scenario, const audio::Place& place, audio::Listening listening,
                                  double start_s) {
    const double distance = scenario.listener.distance;
    const Medium between = medium(scenario);
    const audio::Path straight{pressure_per_strength(between, distance), start_s + arrival_delay(between, distance)};
    const audio::Hearing hearing{distance, straight, between.sound_speed};
    return audio::paths(place, audio::ears(listening, distance), hearing);
}

std::vector<audio::Path> prompt_paths_of(const Scenario& scenario, const audio::Place& place,
                                         audio::Listening listening) {
    return paths_of(scenario, place, listening, -arrival_delay(medium(scenario), scenario.listener.distance));
}

double audible_peak_pa(const Trajectory& trajectory) {
    if (!finished(trajectory.outcome)) return 0.0;
    const std::vector<Emitter> sources = emission(trajectory, audio::max_panel_s(audio::audible_rate_hz));
    std::vector<audio::Emitter> emitters;
    for (const Emitter& source : sources)
        emitters.push_back({source.time, source.weighted_strength, {{source.gain, 0.0}}});
    return audio::audible_peak_pa(emitters, body_response(trajectory.scenario().listener, audio::audible_rate_hz));
}

}  // namespace synovia::studio
