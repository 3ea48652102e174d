#include "apps/studio/score_metadata.hpp"

#include "tests/apps/studio/support.hpp"

using namespace synovia;
using namespace synovia::studio;
using studio::test::knuckle;
using synovia::test::near;

namespace {

/// Two presets of which full scale is 2 Pa and 4 Pa, heard at -12 dBFS.
Score two_presets() {
    Score score;
    score.frames = 48000;
    for (const double full_scale_pa : {2.0, 4.0}) {
        score.patches.push_back(knuckle());
        score.patches.back().gain_per_pa = 1.0 / full_scale_pa;
    }
    score.patches.back().name = "hip";
    score.events.push_back({100, PopEvent{0, {}}});
    return score;
}

}  // namespace

TEST_CASE("full scale is what the gain of the preset and the level make of it") {
    Score score = two_presets();
    // 2 Pa are 100 dB SPL, and -12 dBFS are 12 dB more.
    CHECK(*full_scale_db_spl(score) == near(100.0 + 12.0, 1e-12));
    score.events.insert(score.events.begin(), {0, LevelEvent{-6.0}});
    CHECK(*full_scale_db_spl(score) == near(100.0 + 6.0, 1e-12));
    score.events.push_back({200, LevelEvent{-6.0}});
    score.events.push_back({300, GraspEvent{0, {}}});
    score.events.push_back({400, LevelEvent{faded_out_dbfs}});
    CHECK(*full_scale_db_spl(score) == near(100.0 + 6.0, 1e-12));
}

TEST_CASE("where two presets or two levels sound there is no one calibration, and of silence there is none") {
    Score score = two_presets();
    score.events.push_back({200, PopEvent{1, {}}});
    CHECK_FALSE(full_scale_db_spl(score));
    score.events.back() = {200, LevelEvent{-6.0}};
    CHECK_FALSE(full_scale_db_spl(score));
    score.events.back() = {score.frames, PopEvent{1, {}}};  // not heard any more
    CHECK(full_scale_db_spl(score));
    score.events.clear();
    CHECK_FALSE(full_scale_db_spl(score));
    score = two_presets();
    score.patches[0].gain_per_pa = 0.0;
    CHECK_FALSE(full_scale_db_spl(score));
}

TEST_CASE("title and comment name what is heard") {
    Score score = two_presets();
    CHECK(metadata_of(score).title == "played live: knuckle");
    score.events.push_back({200, PopEvent{1, {}}});
    score.events.push_back({300, PopEvent{0, {}}});
    CHECK(metadata_of(score).title == "played live: knuckle, hip");
    CHECK(synovia::test::contains(metadata_of(score).comment, R"("live":{"presets":["knuckle","hip"],"events":3})"));
    CHECK(synovia::test::contains(metadata_of(score).software, "synovia "));
    for (int i = 0; i < 4; ++i) {
        score.patches.push_back(knuckle());
        score.patches.back().name = "own" + std::to_string(i);
        score.events.push_back({400, PopEvent{score.patches.size() - 1, {}}});
    }
    CHECK(metadata_of(score).title == "played live: knuckle, hip, own0, own1 and 2 more");
    score.events.clear();
    CHECK(metadata_of(score).title == "played live");
}
