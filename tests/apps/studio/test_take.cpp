#include "apps/studio/take.hpp"

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "apps/studio/mix_down.hpp"
#include "apps/studio/scene.hpp"
#include "audio/core/true_peak.hpp"
#include "solver/kinds.hpp"
#include "tests/apps/studio/support.hpp"

using namespace synovia;
using namespace synovia::studio;
using namespace synovia::test;
using studio::test::knuckle;

TEST_CASE("velocity makes the pull faster and longer; the preset's own pull lies at 0.7") {
    const Scenario s;
    CHECK(pulled(s, 0.7).traction.rise_time == near(s.traction.rise_time, 1e-12));
    CHECK(pulled(s, 0.7).traction.distance == near(s.traction.distance, 1e-12));
    CHECK(pulled(s, 0.0).traction.rise_time / pulled(s, 1.0).traction.rise_time == near(10.0, 1e-12));
    CHECK(pulled(s, 0.0).traction.distance == near(0.75 * s.traction.distance, 1e-12));
    // A slower pull is simulated longer by as much, a faster one not shorter.
    CHECK(pulled(s, 0.0).simulation.duration - s.simulation.duration ==
          near(pulled(s, 0.0).traction.rise_time - s.traction.rise_time, 1e-12));
    CHECK(pulled(s, 1.0).simulation.duration == s.simulation.duration);
}

TEST_CASE(
    "velocity acts on the hands of a spine: on the thrust, the twist, or the positioning where there is neither") {
    const auto scenario = [](const char* name) { return preset::load(name, preset::search_dirs()).scenario; };
    const Scenario thrust = scenario("thrust-mourad"), twist = scenario("self-twist-fast"),
                   positioning = scenario("positioning-slow");
    CHECK(*pulled(thrust, 0.7).spine.rise_time == near(*thrust.spine.rise_time, 1e-12));
    CHECK(*pulled(thrust, 0.0).spine.rise_time / *pulled(thrust, 1.0).spine.rise_time == near(10.0, 1e-12));
    CHECK(pulled(thrust, 0.0).spine.moment == near(0.75 * thrust.spine.moment, 1e-12));
    CHECK(pulled(thrust, 1.0).spine.common_opening > thrust.spine.common_opening);
    CHECK(pulled(thrust, 0.0).simulation.duration - thrust.simulation.duration ==
          near(*pulled(thrust, 0.0).spine.rise_time - *thrust.spine.rise_time, 1e-12));
    CHECK(pulled(twist, 0.0).spine.twist == near(0.75 * twist.spine.twist, 1e-12));
    CHECK(pulled(twist, 1.0).simulation.duration == twist.simulation.duration);
    CHECK(pulled(positioning, 0.0).spine.preload == near(0.75 * positioning.spine.preload, 1e-12));
    CHECK(pulled(positioning, 0.0).spine.preload_time > positioning.spine.preload_time);
    CHECK(pulled(positioning, 0.0).spine.rise_time == positioning.spine.rise_time);
    // A thrust that does not say its rise time has the kind's own, 0.12 s.
    Scenario own = thrust;
    own.spine.rise_time.reset();
    CHECK(*pulled(own, 0.7).spine.rise_time == near(0.12, 1e-12));
}

TEST_CASE("a slow thrust is silent, a harder one louder") {
    Patch patch = knuckle();
    patch.scenario = preset::load("thrust-l45", preset::search_dirs()).scenario;
    double before = 0.0;
    CHECK(make_take(patch, {1, 0.3, {}}).samples.empty());
    for (const double velocity : {0.7, 1.0}) {
        CAPTURE(velocity);
        const double peak_pa = make_take(patch, {1, velocity, {}}).peak_pa;
        CHECK(peak_pa > before);
        before = peak_pa;
    }
}

TEST_CASE("the pulse of a free bubble is never stronger than its preset's") {
    for (const char* name : {"blake-threshold", "minnaert", "rayleigh-collapse"}) {
        CAPTURE(name);
        Patch patch = knuckle();
        patch.scenario = preset::load(name, preset::search_dirs()).scenario;
        for (const double velocity : {0.7, 1.0})
            CHECK(pulled(patch.scenario, velocity).pressure.amplitude == patch.scenario.pressure.amplitude);
        const Take reference = reference_take(patch);
        CHECK(finished(reference.ending));
        CHECK(reference.samples == make_take(patch, {1, 0.7, {}}).samples);
    }
}

TEST_CASE("where the fastest pull cannot be finished the preset's own is the reference") {
    Patch patch = knuckle();
    patch.scenario = studio::test::hopeless();
    patch.scenario.traction.rise_time =
        0.012;  // let back from a gap that is as wide as a faster pull makes it: too far
    const Take fastest = make_take(patch, {1, 1.0, {}}), own = make_take(patch, {1, 0.7, {}});
    REQUIRE_FALSE(finished(fastest.ending));
    REQUIRE(finished(own.ending));
    CHECK(reference_take(patch).samples == own.samples);
}

TEST_CASE("a take is as loud as the file that render makes of the scenario, facets and all") {
    for (const char* name : {"knuckle", "thrust-mourad", "blake-threshold", "rayleigh-collapse"}) {
        CAPTURE(name);
        Recipe recipe;
        recipe.level = {audio::LevelMode::pascal, 0.0};
        recipe.parts.push_back({name, {}, preset::load(name, preset::search_dirs()).scenario});
        const PartRun run = run_part(recipe.parts.front(), recipe.sample_rate_hz);
        Patch patch = knuckle();
        patch.scenario = recipe.parts.front().scenario;
        // The take's samples may lie elsewhere on the same curve, and begin with its onset at -80 dB; of a collapse,
        // whose band reaches the half of the rate, the curve is known to 2e-3.
        const double peak_pa = make_take(patch, {1, 0.7, {}}).peak_pa;
        CHECK(peak_pa == near(audio::true_peak(mix_down(recipe, {&run, 1}).signal), 2e-3));
        if (!row_of(patch.scenario.kind).has_facets) CHECK(peak_pa == near(audible_peak_pa(run.trajectory), 1e-3));
    }
}

TEST_CASE("the same request is the same take, another number another one") {
    Patch patch = knuckle();
    patch.share = 0.1;
    const Take first = make_take(patch, {1, 0.7, {}});
    CHECK(first.samples == make_take(patch, {1, 0.7, {}}).samples);
    CHECK(first.samples != make_take(patch, {2, 0.7, {}}).samples);
    patch.joint_seed = 2;  // what is varied of one bubble is the joint
    CHECK(first.samples != make_take(patch, {1, 0.7, {}}).samples);
}

TEST_CASE("a take begins with its sound and is as loud as the simulation says") {
    const Take take = make_take(knuckle(), {1, 0.7, {}});
    REQUIRE(take.popped);
    // 0.616 Pa is the unfiltered peak (solver/README.md); 20 kHz of band cost a few per cent of a spike this short.
    CHECK(take.peak_pa == near(0.616, 0.15));
    // The onset lies 80 dB below the peak, and the pop is over its top within 5 ms.
    const auto top = std::max_element(take.samples.begin(), take.samples.end());
    CHECK(top - take.samples.begin() < 240);
    CHECK(peak(std::span(take.samples).first(1)) > 0.5e-4 * take.peak_pa);
}

TEST_CASE("the gas of the last pull makes the pull quiet, a slow pull of a rested joint makes it silent") {
    Patch patch = knuckle();
    const Take quiet = make_take(patch, {1, 0.7, make_take(patch, {1, 0.7, {}}).left_over});
    CHECK_FALSE(quiet.popped);
    CHECK_FALSE(quiet.samples.empty());
    CHECK(quiet.peak_pa < 0.616e-2);  // 40 dB less
    patch.scenario.traction.rise_time = 1.0;
    patch.scenario.simulation.duration = 1.5;
    CHECK(make_take(patch, {1, 0.7, {}}).samples.empty());
}

TEST_CASE("the gain brings the fastest pull to full scale, and silence nowhere") {
    Patch patch = knuckle();
    patch.gain_per_pa = reference_gain(reference_take(patch));
    const Take loudest = make_take(patch, {1, 1.0, {}});
    const std::vector<double> samples(loudest.samples.begin(), loudest.samples.end());
    CHECK(audio::true_peak(audio::Signal{48000.0, 0.0, samples, 1}) == near(1.0, 1e-6));
    patch.scenario.traction.rise_time = 20.0;
    patch.scenario.simulation.duration = 1.0;
    CHECK(reference_gain(reference_take(patch)) == near(50.0, 1e-12));
}

TEST_CASE("a take that the solver cannot finish holds how it ended and nothing else") {
    Patch patch = knuckle();
    patch.scenario = studio::test::hopeless();
    const Take take = make_take(patch, {1, 0.7, {}});
    CHECK(take.ending.outcome == Outcome::supersonic);
    CHECK(take.ending.reached_s < take.ending.wanted_s);
    CHECK(take.samples.empty());
    CHECK_FALSE(take.popped);
}

TEST_CASE("with two ears a take has two channels, in the middle alike and as much quieter as they are further away") {
    Patch patch = knuckle();
    const Take mono = make_take(patch, {1, 0.7, {}});
    patch.listening = audio::Listening::stereo;
    const Take both = make_take(patch, {1, 0.7, {}});
    REQUIRE(both.channels == 2);
    REQUIRE(both.samples.size() % 2 == 0);
    for (std::size_t i = 0; i < both.samples.size(); i += 2) REQUIRE(both.samples[i] == both.samples[i + 1]);
    CHECK(mono.channels == 1);
    // The ear is sqrt(0.3^2 + 0.085^2) = 0.311809 m away, the head 0.3.
    CHECK(both.peak_pa / mono.peak_pa == near(0.3 / 0.311809, 1e-3));
    CHECK(both.onset_s - mono.onset_s == near(0.0118089 / 343.0, 0.7));  // whole samples of 21 us
}

TEST_CASE("of a back every facet is heard, from where it is") {
    Patch patch = knuckle();
    patch.scenario = preset::load("self-twist-fast", preset::search_dirs()).scenario;
    patch.listening = audio::Listening::stereo;
    const Take take = make_take(patch, {1, 0.7, {}});
    REQUIRE(take.popped);
    std::vector<float> difference;
    for (std::size_t i = 0; i < take.samples.size(); i += 2)
        difference.push_back(take.samples[i] - take.samples[i + 1]);
    CHECK(peak(difference) > 0.1 * peak(take.samples));
}
