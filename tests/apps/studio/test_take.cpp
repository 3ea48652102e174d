#include "apps/studio/take.hpp"

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
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

TEST_CASE("the same request is the same take, another number another one") {
    Patch patch = knuckle();
    patch.share = 0.1;
    const Take first = make_take(patch, {1, 0.7, {}});
    CHECK(first.samples == make_take(patch, {1, 0.7, {}}).samples);
    CHECK(first.samples != make_take(patch, {2, 0.7, {}}).samples);
    patch.seed = 2;
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

TEST_CASE("a residual bubble makes the pull quiet, a slow pull of a rested joint makes it silent") {
    Patch patch = knuckle();
    const Take quiet = make_take(patch, {1, 0.7, 4e-4});
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
    CHECK(peak(make_take(patch, {1, 1.0, {}}).samples) == near(1.0, 1e-6));
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
    // The ear is sqrt(0.3^2 + 0.085^2) = 0.311809 m away, the head 0.3; the samples lie elsewhere on the spike.
    CHECK(both.peak_pa / mono.peak_pa == near(0.3 / 0.311809, 0.05));
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
