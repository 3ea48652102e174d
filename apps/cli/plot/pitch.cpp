#include "apps/cli/plot/pitch.hpp"

#include "apps/studio/radiation.hpp"
#include "audio/core/audible.hpp"
#include "audio/measure/measure.hpp"
#include "solver/emission.hpp"

namespace synovia::cli {

std::optional<double> peak_frequency(const Trajectory& trajectory) {
    const std::vector<Emitter> sources = emission(trajectory, audio::max_panel_s(audio::audible_rate_hz));
    std::vector<audio::Emitter> emitters;  // of views into the sources
    for (const Emitter& source : sources)
        emitters.push_back({source.time, source.weighted_strength, {{source.gain, 0.0}}});
    const auto body = studio::body_response(trajectory.scenario().listener, audio::audible_rate_hz);
    audio::Renderer renderer(audio::audible_rate_hz, body);
    return audio::measure(renderer.render(emitters, audio::whole(renderer, emitters))).peak_frequency_hz;
}

}  // namespace synovia::cli
