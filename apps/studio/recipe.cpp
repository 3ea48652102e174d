#include "apps/studio/recipe.hpp"

#include <algorithm>

namespace synovia::studio {

bool holds_a_sample(double duration_s, int sample_rate_hz) { return duration_s * sample_rate_hz >= 0.5; }

audio::Listening listening_of(const Recipe& recipe) {
    const auto at_two_ears = [](const Part& part) { return part.scenario.listener.kind == ListenerKind::stereo; };
    return std::ranges::any_of(recipe.parts, at_two_ears) ? audio::Listening::stereo : audio::Listening::mono;
}

std::size_t channels_of(const Recipe& recipe) { return audio::channels_of(listening_of(recipe)); }

}  // namespace synovia::studio
