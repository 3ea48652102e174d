#include "apps/studio/sound_output.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>

#include "audio/file/memory_file.hpp"
#include "audio/file/sound_file.hpp"
#include "solver/parameters.hpp"
#include "tests/near.hpp"

using namespace synovia;
using namespace synovia::studio;
using synovia::test::near;

namespace {

struct Performed {
    Recipe recipe;
    std::vector<PartRun> runs;
    Sound sound;
};

Performed perform_knuckle(const audio::Level& level) {
    Performed p;
    p.recipe.parts.push_back({"knuckle", {"A title", "", {}}, default_scenario(Kind::joint)});
    p.recipe.level = level;
    p.runs.push_back(run_part(p.recipe.parts[0], p.recipe.sample_rate_hz));
    p.sound = mix_down(p.recipe, p.runs);
    return p;
}

audio::Decoded decoded(const Performed& p) {
    audio::MemoryFile file;
    encode_sound(p.recipe, p.sound, file);
    return audio::decode(file.bytes());
}

}  // namespace

TEST_CASE("the file says what made it and what full scale stands for") {
    Performed p = perform_knuckle({});
    p.recipe.parts[0].scenario.joint.resting_gap = 2e-4;
    const auto file = decoded(p);
    CHECK(file.title == "A title");
    const auto scenario = nlohmann::json::parse(file.comment)["scenario"];
    CHECK(scenario == nlohmann::json{{"kind", "joint"}, {"joint.resting_gap_m", 2e-4}});  // all else is the default
    // Written with four decimals of a decibel at most.
    CHECK(*file.full_scale_db_spl == near(audio::db_spl(1.0 / p.sound.gain_fs_per_pa), 1e-6));
}

TEST_CASE("each take has its own dither") {
    Performed p = perform_knuckle({});
    p.recipe.encoding = audio::Encoding::pcm16;
    const auto samples_of = [&](std::uint64_t take, std::uint64_t seed) {
        p.recipe.take = take;
        p.recipe.seed = seed;
        return decoded(p).signal().samples;
    };
    CHECK(samples_of(1, 1) == samples_of(1, 1));
    CHECK(samples_of(1, 1) != samples_of(2, 1));
    CHECK(samples_of(1, 1) != samples_of(1, 2));
}

TEST_CASE("the result has no number that depends on the machine's speed, and counts clipping") {
    const Performed p = perform_knuckle({audio::LevelMode::calibrated, 80.0});
    const auto result = result_json(p.sound, p.runs, p.recipe);
    const auto clipped = audio::count_beyond_full_scale(p.sound.signal);
    CHECK(result["clipped_samples"] == clipped);
    CHECK(clipped > 0);  // 90 dB peak against a full scale of 80
    CHECK(result["joints"][0]["name"] == "knuckle");
    CHECK_FALSE(result["joints"][0].contains("wall_time_s"));
}
