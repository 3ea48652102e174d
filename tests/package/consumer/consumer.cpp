// Ten lines from a scenario to a sound, with the installed headers and libraries only.
#include <cstdio>

#include "audio/core/render.hpp"
#include "solver/emission.hpp"
#include "solver/simulate.hpp"

int main() {
    const synovia::Scenario knuckle;
    const auto trajectory = synovia::simulate(knuckle);
    const auto joint = synovia::emission(trajectory, synovia::audio::max_panel_s(48000.0)).front();
    const synovia::audio::Monopole emitter{joint.time, joint.weighted_strength, {{joint.gain, 0.0}}};
    const auto sound = synovia::audio::Renderer().render({&emitter, 1}, {.duration_s = 0.2});
    const double peak_pa = synovia::audio::sample_peak(sound);
    std::printf("%zu samples, peak %.3f Pa\n", sound.samples.size(), peak_pa);
    // The model's unfiltered peak is 0.6163 Pa; half the sample rate passes nearly all of a 1.6 kHz hump.
    return trajectory.outcome == synovia::Outcome::popped && peak_pa > 0.60 && peak_pa < 0.63 ? 0 : 1;
}
