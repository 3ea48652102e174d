#include "apps/cli/plot/pitch.hpp"

#include "apps/studio/scene.hpp"
#include "audio/core/audible.hpp"
#include "audio/measure/measure.hpp"

namespace synovia::cli {

std::optional<double> peak_frequency(const Trajectory& trajectory) {
    return audio::measure(studio::direct_sound(trajectory, audio::audible_rate_hz)).peak_frequency_hz;
}

}  // namespace synovia::cli
