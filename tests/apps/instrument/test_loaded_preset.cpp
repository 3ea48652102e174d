#include "apps/instrument/loaded_preset.hpp"

#include "apps/preset/problem.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;

TEST_CASE("a preset comes with the settings and with the gain that brings its fastest pull to full scale") {
    SessionSettings settings;
    settings.overrides = {"joint.damping_n_s_m=7"};
    settings.share = 0.2;
    settings.seed = 5;
    settings.sample_rate_hz = 96000;
    const LoadedPreset hip = load_preset(settings, "hip");
    CHECK(hip.patch.name == "hip");
    CHECK(hip.title == "Hip: the lowest");
    CHECK(hip.patch.scenario.joint.damping == 7.0);
    CHECK(hip.patch.share == 0.2);
    CHECK(hip.patch.seed == 5);
    CHECK(hip.patch.sample_rate_hz == 96000);
    CHECK(finished(hip.reference));
    studio::Patch plain = hip.patch;
    plain.share = 0.0;
    CHECK(make_take(plain, {1, 1.0, {}}).peak_pa * plain.gain_per_pa == near(1.0, 1e-12));
}

TEST_CASE("takes of a joint with one bubble are varied, those of a crack differ by themselves") {
    CHECK(load_preset({}, "knuckle").patch.share == 0.1);
    const studio::Patch crack = load_preset({}, "knuckle-crack").patch;
    CHECK(crack.share == 0.0);
    CHECK(make_take(crack, {1, 0.7, {}}).samples != make_take(crack, {2, 0.7, {}}).samples);
    double loudest = 0.0;
    for (const std::uint64_t take : {1U, 2U, 3U, 4U})
        loudest = std::max(loudest, make_take(crack, {take, 1.0, {}}).peak_pa * crack.gain_per_pa);
    CHECK(loudest == near(1.0, 1e-12));
}

TEST_CASE("a preset whose fastest pull cannot be finished says so") {
    SessionSettings settings;
    settings.overrides = {"traction.rise_time_s=5ms", "traction.release_time_s=100ms"};
    CHECK_FALSE(finished(load_preset(settings, "knuckle").reference));
    CHECK_THROWS_AS(load_preset({}, "nonsense"), preset::Error);
}
