#include "apps/studio/performance.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "solver/parameters.hpp"
#include "tests/apps/studio/support.hpp"

using namespace synovia;
using namespace synovia::studio;

namespace {

Recipe knuckles(std::size_t count) {
    Recipe recipe;
    for (std::size_t i = 0; i < count; ++i)
        recipe.parts.push_back({"knuckle", {}, default_scenario(Kind::joint), 0.1 * static_cast<double>(i)});
    recipe.level.mode = audio::LevelMode::pascal;
    return recipe;
}

std::vector<PartRun> run_all(const Recipe& recipe) {
    std::vector<PartRun> runs;
    for (const Part& part : recipe.parts) runs.push_back(run_part(part, recipe.sample_rate_hz));
    return runs;
}

double peak_of(const Sound& sound) { return audio::sample_peak(sound.signal); }

}  // namespace

TEST_CASE("the sound has the model's pressure and begins 5 ms before the onset") {
    const Recipe recipe = knuckles(1);
    const auto runs = run_all(recipe);
    const Sound sound = mix_down(recipe, runs);
    CHECK_FALSE(sound.silent);
    CHECK(sound.gain_fs_per_pa == 1.0);
    // The pop has little above 20 kHz: the band-limited peak is the model's within a sample's curvature.
    CHECK(peak_of(sound) == doctest::Approx(runs[0].summary.peak_pressure).epsilon(0.01));
    const double arrival = *runs[0].summary.nucleation_time + 0.3 / 343.0;
    // The linear-phase kernel lets the onset at -80 dB precede the burst by less than its reach of about 2 ms.
    CHECK(sound.signal.start_time_s > arrival - 5e-3 - 2e-3);
    CHECK(sound.signal.start_time_s < arrival - 5e-3 + 1e-3);
}

TEST_CASE("the distance scales the pressure and delays the arrival") {
    Recipe near = knuckles(1);
    Recipe far = knuckles(1);
    far.parts[0].scenario.listener.distance = 3.0;
    const Sound a = mix_down(near, run_all(near));
    const Sound b = mix_down(far, run_all(far));
    CHECK(peak_of(b) == doctest::Approx(0.1 * peak_of(a)).epsilon(0.02));  // other sub-sample positions of the peak
    CHECK(b.signal.start_time_s - a.signal.start_time_s == doctest::Approx(2.7 / 343.0).epsilon(0.01));  // one sample
}

TEST_CASE("the body's low pass takes off the top") {
    Recipe bare = knuckles(1);
    Recipe body = knuckles(1);
    body.parts[0].scenario.listener.body_radius = 0.2;  // f_c = 273 Hz, far below the hump at 1.6 kHz
    CHECK(peak_of(mix_down(body, run_all(body))) < 0.5 * peak_of(mix_down(bare, run_all(bare))));
}

TEST_CASE("what does not pop is silence of the simulation's length") {
    Recipe recipe = knuckles(1);
    recipe.parts[0].scenario.traction.rise_time = 1.0;
    recipe.parts[0].scenario.simulation.duration = 1.5;
    const auto runs = run_all(recipe);
    CHECK_FALSE(sounds(runs[0]));
    const Sound sound = mix_down(recipe, runs);
    CHECK(sound.silent);
    CHECK(audio::is_silent(sound.signal));
    CHECK(sound.signal.samples.size() > 1.5 * 48000);
    CHECK(sound.signal.samples.size() < 1.52 * 48000);
}

TEST_CASE("a bubble at rest is silent, a moving one sounds") {
    Part part{"bubble", {}, default_scenario(Kind::bubble)};
    CHECK_FALSE(sounds(run_part(part, 48000)));
    part.scenario.gas.initial_pressure = 3e5;
    CHECK(sounds(run_part(part, 48000)));
}

TEST_CASE("a stem starts, ends and is levelled with its mix") {
    Recipe recipe = knuckles(2);
    recipe.level = {};
    recipe.duration_s = 0.9;  // longer than the simulations: padded
    const auto runs = run_all(recipe);
    const Sound mix = mix_down(recipe, runs);
    for (std::size_t i = 0; i < 2; ++i) {
        const Sound stem = mix_down(stem_recipe(recipe, i, mix), {&runs[i], 1});
        CHECK(stem.signal.start_time_s == mix.signal.start_time_s);
        CHECK(stem.signal.samples.size() == mix.signal.samples.size());
        CHECK(stem.gain_fs_per_pa == mix.gain_fs_per_pa);
    }
}

TEST_CASE("a run that the solver cannot finish says how it ended, and is not heard") {
    Recipe recipe = knuckles(1);
    recipe.parts[0].scenario = studio::test::hopeless();
    const auto runs = run_all(recipe);
    CHECK(runs[0].trajectory.outcome == Outcome::supersonic);
    CHECK(runs[0].time_s.empty());
    CHECK_FALSE(sounds(runs[0]));
}
