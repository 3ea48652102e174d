#include "apps/studio/mix_down.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <optional>
#include <string>

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/studio/scene.hpp"
#include "audio/core/true_peak.hpp"
#include "solver/parameters.hpp"
#include "tests/apps/studio/support.hpp"

using namespace synovia;
using namespace synovia::studio;
using synovia::test::near;

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

std::size_t samples_kept(const Sound& sound) {
    std::size_t count = 0;
    for (const audio::Piece& piece : sound.signal.pieces) count += piece.samples.size();
    return count;
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
    CHECK(peak_of(sound) == near(runs[0].summary.peak_pressure, 0.01));
    const double arrival = *runs[0].summary.nucleation_time + 0.3 / 343.0;
    // The linear-phase kernel lets the onset at -80 dB precede the burst by less than its reach of about 2 ms.
    CHECK(sound.signal.start_time_s > arrival - 5e-3 - 2e-3);
    CHECK(sound.signal.start_time_s < arrival - 5e-3 + 1e-3);
}

TEST_CASE("the distance scales the pressure and delays the arrival") {
    Recipe close = knuckles(1);
    Recipe far = knuckles(1);
    far.parts[0].scenario.listener.distance = 3.0;
    const Sound a = mix_down(close, run_all(close));
    const Sound b = mix_down(far, run_all(far));
    CHECK(peak_of(b) == near(0.1 * peak_of(a), 0.02));  // other sub-sample positions of the peak
    CHECK(b.signal.start_time_s - a.signal.start_time_s == near(2.7 / 343.0, 0.01));  // one sample
}

TEST_CASE("a body in front of which the joint lies makes it nearly twice as loud, and a finger hardly any") {
    Recipe bare = knuckles(1);
    Recipe body = knuckles(1);
    const double free = peak_of(mix_down(bare, run_all(bare)));
    // At the hump of 1.6 kHz, far away: +5.4 dB for a trunk of 15 cm, +0.2 dB for a finger of 8 mm (ka 4.4 and 0.23);
    // 0.3 m is near for a trunk.
    body.parts[0].scenario.listener.body_radius = 0.15;
    body.parts[0].scenario.listener.distance = 30.0;
    CHECK(100.0 * peak_of(mix_down(body, run_all(body))) / free == near(1.85, 0.06));
    body.parts[0].scenario.listener.body_radius = 0.008;
    CHECK(100.0 * peak_of(mix_down(body, run_all(body))) / free == near(1.03, 0.03));
}

TEST_CASE("what does not pop is silence of the simulation's length, and none of it is in memory") {
    Recipe recipe = knuckles(1);
    recipe.parts[0].scenario.traction.rise_time = 1.0;
    recipe.parts[0].scenario.simulation.duration = 1.5;
    const auto runs = run_all(recipe);
    CHECK_FALSE(sounds(runs[0]));
    const Sound sound = mix_down(recipe, runs);
    CHECK(sound.silent);
    CHECK(sound.signal.pieces.empty());
    CHECK(sound.frames() > 1.5 * 48000);
    CHECK(sound.frames() < 1.52 * 48000);
    recipe.duration_s = 600.0;
    CHECK(mix_down(recipe, runs).frames() == 28'800'000);
}

TEST_CASE("the silence behind a pop is none that memory holds, in the mix as in its stems") {
    Recipe recipe = knuckles(2);
    for (Part& part : recipe.parts) part.scenario.simulation.duration = 30.0;
    const auto runs = run_all(recipe);
    const Sound mix = mix_down(recipe, runs);
    CHECK(mix.frames() > 30 * 48000);
    CHECK(samples_kept(mix) < 3 * 48000);
    CHECK(mix.cut.left_out_db < -200.0);
    for (std::size_t i = 0; i < 2; ++i) {
        const Sound stem = mix_down(stem_recipe(recipe, {i, {}}, mix), {&runs[i], 1});
        CHECK(stem.frames() == mix.frames());
        CHECK(stem.signal.frames() == mix.signal.frames());
    }
    Recipe brief = knuckles(2);
    const Sound short_mix = mix_down(brief, run_all(brief));
    CHECK(audio::true_peak(mix.signal) == near(audio::true_peak(short_mix.signal), 1e-7));
}

TEST_CASE("two joints five minutes apart cost what they sound, in the mix as in its stems") {
    Recipe recipe = knuckles(2), alone = knuckles(1);
    recipe.parts[1].start_s = 300.0;
    for (Recipe* each : {&recipe, &alone})
        for (Part& part : each->parts) part.scenario.room.kind = RoomKind::small;
    const auto runs = run_all(recipe);
    const Sound mix = mix_down(recipe, runs), one = mix_down(alone, {runs.data(), 1});
    CHECK(mix.frames() == one.frames() + 300 * 48000);
    REQUIRE(mix.signal.pieces.size() == 2);
    CHECK(samples_kept(mix) < 2 * (one.frames() + 4800));  // and the pulls before the pops
    const audio::Signal both = dense(mix.signal), single = dense(one.signal);
    double worst = 0.0;
    for (std::size_t n = 0; n < single.frames(); ++n)
        for (const std::size_t later : {0U, 300U * 48000U})
            worst = std::max(worst, std::abs(both.samples[n + later] - single.samples[n]));
    // A time of 300 s is known to 6e-14 s, and 4 kHz moves by 2.5e4 of its amplitude in a second.
    CHECK(worst < 5e-9 * peak_of(one));
    for (std::size_t i = 0; i < 2; ++i) {
        const Sound stem = mix_down(stem_recipe(recipe, {i, {}}, mix), {&runs[i], 1});
        CHECK(stem.frames() == mix.frames());
        CHECK(samples_kept(stem) < one.frames() + 48000);
    }
}

TEST_CASE("a file in pascal peaks as its run does within the band, however long it is") {
    Recipe recipe = knuckles(1);
    const auto runs = run_all(recipe);
    const double peak = audible_peak_pa(runs[0].trajectory);
    for (const std::optional<double> duration : {std::optional<double>{}, {12e-3}, {8e-3}, {2.0}}) {
        recipe.duration_s = duration;
        const Sound sound = mix_down(recipe, runs);
        CHECK(audio::true_peak(sound.signal) == near(peak, 1e-6));
        if (duration) CHECK(sound.frames() == static_cast<std::size_t>(std::lround(*duration * 48000.0)));
        CHECK((sound.cut.left_out_db > -200.0) == (duration && *duration < 0.1));
    }
}

TEST_CASE("bubbles that sound to the end of their run keep all of it") {
    for (const char* name : {"minnaert", "rayleigh-collapse", "blake-threshold"}) {
        CAPTURE(name);
        Recipe recipe = knuckles(1);
        const std::vector<std::string> no_overrides;
        recipe.parts[0].scenario = preset::load(name, preset::search_dirs(), no_overrides).scenario;
        const auto runs = run_all(recipe);
        const double peak = audio::true_peak(mix_down(recipe, runs).signal);
        // What a collapse or a stop has above 20 kHz is seen from other samples: it moves the true peak a little.
        CHECK(peak == near(audible_peak_pa(runs[0].trajectory), 2e-3));
        // Minnaert's note lies in the band: 998 kg/m3 (1 mm)^2 2 pi 3288 Hz 1 cm/s / 10 cm = 2.062 Pa, less what it has
        // lost at 146/s in its first quarter of 76 us. A collapse does not.
        if (std::string(name) == "minnaert") CHECK(peak == near(2.062 * 0.9890, 6e-3));
        if (std::string(name) == "rayleigh-collapse") CHECK(peak < 1e-3 * runs[0].summary.peak_pressure);
    }
}

TEST_CASE("two ears hear what stands on the right louder and earlier there") {
    Recipe recipe = knuckles(2);
    for (Part& part : recipe.parts) part.scenario.listener.kind = ListenerKind::stereo;
    recipe.parts[1].place = {0.4, 0.0, 0.0};
    const auto runs = run_all(recipe);
    const Sound mix = mix_down(recipe, runs);
    CHECK(mix.signal.channels == 2);
    Recipe alone = stem_recipe(recipe, {1, {}}, mix);
    const audio::Signal stem = dense(mix_down(alone, {&runs[1], 1}).signal), whole = dense(mix.signal);
    const audio::Signal left = audio::channel(stem, 0), right = audio::channel(stem, 1);
    // The ears are 0.5703 and 0.4350 m away.
    CHECK(audio::true_peak(right) / audio::true_peak(left) == near(0.5702850 / 0.4350000, 1e-3));
    const auto frames = static_cast<double>(*audio::onset_frame(left, -40.0) - *audio::onset_frame(right, -40.0));
    CHECK(std::abs(frames / 48000.0 - (0.5702850 - 0.4350000) / 343.0) < 1.0 / 48000.0);
    // The stems are the mix.
    const audio::Signal other = dense(mix_down(stem_recipe(recipe, {0, {}}, mix), {&runs[0], 1}).signal);
    REQUIRE(other.samples.size() == whole.samples.size());
    double worst = 0.0;
    for (std::size_t n = 0; n < other.samples.size(); ++n)
        worst = std::max(worst, std::abs(whole.samples[n] - other.samples[n] - stem.samples[n]));
    CHECK(worst < 1e-12);
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
    const auto runs = run_all(recipe);
    for (const double duration : {0.9, 0.15}) {  // longer than the simulations: padded; shorter: faded
        recipe.duration_s = duration;
        const Sound mix = mix_down(recipe, runs);
        for (std::size_t i = 0; i < 2; ++i) {
            const Sound stem = mix_down(stem_recipe(recipe, {i, {}}, mix), {&runs[i], 1});
            CHECK(stem.signal.start_time_s == mix.signal.start_time_s);
            CHECK(stem.signal.frames() == mix.signal.frames());
            CHECK(stem.frames() == mix.frames());
            CHECK(stem.cut.fade_frames == mix.cut.fade_frames);
            CHECK(stem.gain_fs_per_pa == mix.gain_fs_per_pa);
        }
    }
}

TEST_CASE("a run that the solver cannot finish says how it ended, and is not heard") {
    Recipe recipe = knuckles(1);
    recipe.parts[0].scenario = studio::test::hopeless();
    const auto runs = run_all(recipe);
    CHECK(runs[0].trajectory.outcome == Outcome::supersonic);
    CHECK(runs[0].emitters.empty());
    CHECK_FALSE(sounds(runs[0]));
}

TEST_CASE("each facet of a spine that pops is a stem, heard from its place, and the stems are the mix") {
    Recipe recipe;
    recipe.parts = {{"thrust", {}, default_scenario(Kind::spine)}};
    recipe.level.mode = audio::LevelMode::pascal;
    recipe.parts[0].scenario.listener.kind = ListenerKind::stereo;
    const auto runs = run_all(recipe);
    const Sound mix = mix_down(recipe, runs);
    const std::vector<Stem> stems = stems_of(recipe, runs);
    REQUIRE(stems.size() == 2);
    CHECK(stems[0].facet == 12);  // L4-L5, left
    CHECK(stems[1].facet == 14);  // L5-S1, left
    const audio::Signal whole = dense(mix.signal);
    std::vector<double> sum(whole.samples.size());
    for (const Stem& stem : stems) {
        const Recipe alone = stem_recipe(recipe, stem, mix);
        const PartRun run = stem_run(runs[0], stem);
        const audio::Signal signal = dense(mix_down(alone, {&run, 1}).signal);
        REQUIRE(signal.samples.size() == sum.size());
        for (std::size_t n = 0; n < sum.size(); ++n) sum[n] += signal.samples[n];
        // 19 or 22 mm to the left: nearer to the left ear.
        CHECK(audio::true_peak(audio::channel(signal, 0)) > audio::true_peak(audio::channel(signal, 1)));
        // The side-car of a stem simulates the spine again and hears the one facet.
        const PartRun again = run_part(alone.parts[0], 48000);
        REQUIRE(again.emitters.size() == 1);
        CHECK(dense(mix_down(alone, {&again, 1}).signal).samples == signal.samples);
    }
    double worst = 0.0;
    for (std::size_t n = 0; n < sum.size(); ++n) worst = std::max(worst, std::abs(sum[n] - whole.samples[n]));
    CHECK(worst < 1e-9 * peak_of(mix));
}

TEST_CASE("a facet that stays far from a pop is silent") {
    Part part{"thrust", {}, default_scenario(Kind::spine)};
    part.facet = 13;  // the side that is pressed together
    const PartRun run = run_part(part, 48000);
    CHECK(run.emitters.empty());
    CHECK_FALSE(sounds(run));
}

TEST_CASE("a part is named where it stands beyond its room") {
    Recipe recipe = knuckles(1);
    recipe.parts[0].scenario.room.kind = RoomKind::small;
    recipe.parts[0].place = {5.0, 0.0, 0.0};
    try {
        mix_down(recipe, run_all(recipe));
        FAIL("accepted");
    } catch (const std::invalid_argument& error) {
        CHECK(std::string(error.what()).starts_with("knuckle: a joint's x in this room is 5"));
    }
}
