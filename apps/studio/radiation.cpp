#include "apps/studio/radiation.hpp"

#include <algorithm>
#include <functional>
#include <numbers>
#include <utility>

#include "audio/core/audible.hpp"
#include "solver/source.hpp"

namespace synovia::studio {

audio::BodyResponse body_response(const Listener& listener, double sample_rate_hz) {
    if (!listener.body_radius) return {};
    // f_c = c/(2 pi b)
    return audio::one_pole(listener.air_sound_speed / (2.0 * std::numbers::pi * *listener.body_radius), sample_rate_hz);
}

audio::Renderer& Renderers::of(const Listener& listener) {
    const auto found = renderers_.find(listener.body_radius);
    if (found != renderers_.end()) return found->second;
    audio::Renderer renderer(sample_rate_hz_, body_response(listener, sample_rate_hz_));
    return renderers_.emplace(listener.body_radius, std::move(renderer)).first->second;
}

std::vector<audio::Path> paths_of(const Scenario& scenario, const audio::Place& place, audio::Listening listening,
                                  double start_s) {
    const double distance = scenario.listener.distance, delay = arrival_delay(scenario);
    const audio::Hearing hearing{distance, {pressure_per_strength(scenario), start_s + delay}, distance / delay};
    return audio::paths(place, audio::ears(listening, distance), hearing);
}

double audible_peak_pa(const Trajectory& trajectory) {
    if (!finished(trajectory.outcome)) return 0.0;
    SourceStrength source = source_strength(trajectory, audio::max_panel_s(audio::audible_rate_hz));
    std::ranges::transform(source.strength, source.weight, source.strength.begin(), std::multiplies<>{});
    const Scenario& scenario = trajectory.scenario();
    const audio::Emitter emitter{source.time, source.strength, {{pressure_per_strength(scenario), 0.0}}};
    return audio::audible_peak_pa({&emitter, 1}, body_response(scenario.listener, audio::audible_rate_hz));
}

}  // namespace synovia::studio
