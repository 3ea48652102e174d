#include "apps/instrument/current_preset.hpp"

#include "apps/preset/problem.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::instrument::test;

TEST_CASE("a change makes another patch, the preset's own values stay known") {
    CurrentPreset preset(load({}));
    preset.use(preset.with("traction.rise_time_s=2s"));
    CHECK(preset.patch().scenario.traction.rise_time == 2.0);
    CHECK(preset.original().traction.rise_time == 0.15);
    preset.use(preset.with(*find_parameter("traction.rise_time_s"), 0.3));
    CHECK(preset.patch().scenario.traction.rise_time == 0.3);
    CHECK(preset.title() == "Knuckle: a brisk pull pops it");
}

TEST_CASE("what a scenario may not be is refused") {
    const CurrentPreset preset(load({}));
    CHECK_THROWS_AS(preset.with("nonsense=1"), preset::Error);
    CHECK_THROWS_AS(preset.with("traction.rise_time_s=-1"), preset::Error);
    CHECK_THROWS_AS(preset.with(*find_parameter("traction.rise_time_s"), -1.0), preset::Error);
    CHECK_THROWS_WITH_AS(preset.with("listener.kind=stereo"), doctest::Contains("cannot change while it is played"),
                         preset::Error);
}

TEST_CASE("another preset brings words and values of its own, and none of the takes") {
    CurrentPreset preset(load({}));
    preset.use(preset.with("traction.rise_time_s=2s"));
    const auto slow = preset.pool().take({});
    preset.use(load_preset({}, "hip"));
    CHECK(preset.patch().name == "hip");
    CHECK(preset.title() == "Hip: the lowest");
    CHECK(preset.original().traction.rise_time == preset.patch().scenario.traction.rise_time);
    CHECK(preset.pool().take({}) != slow);
}

TEST_CASE("a patch is part of the score once, from its first sound on") {
    CurrentPreset preset(load({}));
    studio::Score score;
    preset.use(preset.with("traction.rise_time_s=2s"));
    CHECK(preset.index_in(score) == 0);
    CHECK(score.patches.empty());
    preset.add_to(score);
    preset.add_to(score);
    CHECK(score.patches.size() == 1);
    CHECK(preset.index_in(score) == 0);
    preset.use(preset.with("traction.rise_time_s=1s"));
    CHECK(preset.index_in(score) == 1);
}
