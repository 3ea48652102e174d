#include "apps/cli/plan_render.hpp"

#include <doctest/doctest.h>

#include "apps/cli/failure.hpp"

using namespace synovia;
using namespace synovia::cli;

namespace {

RenderOptions options_for(std::vector<std::string> presets, std::string output = "") {
    RenderOptions options;
    options.presets = std::move(presets);
    options.output = std::move(output);
    return options;
}

}  // namespace

TEST_CASE("the file is named after the preset, a mix is called mix") {
    CHECK(plan_render(options_for({"knuckle"})).output == "knuckle.wav");
    CHECK(plan_render(options_for({"knuckle", "thumb"})).output == "mix.wav");
    CHECK(plan_render(options_for({"knuckle"}, "out/pop.flac")).output == "out/pop.flac");
    CHECK(plan_render(options_for({"knuckle"}, "-")).output == "-");
}

TEST_CASE("the encoding follows --encoding, the ending, the level") {
    const auto encoding_of = [](const std::string& output, const char* encoding, const char* level) {
        RenderOptions options = options_for({"knuckle"}, output);
        if (encoding != nullptr) options.encoding = encoding;
        if (level != nullptr) options.level = level;
        return plan_render(options).recipe.encoding;
    };
    CHECK(encoding_of("", nullptr, nullptr) == audio::Encoding::pcm24);
    CHECK(encoding_of("a.FLAC", nullptr, nullptr) == audio::Encoding::flac);
    CHECK(encoding_of("a.ogg", nullptr, nullptr) == audio::Encoding::ogg);
    CHECK(encoding_of("a.wav", "pcm16", nullptr) == audio::Encoding::pcm16);
    CHECK(encoding_of("noending", "flac", nullptr) == audio::Encoding::flac);
    CHECK(encoding_of("", nullptr, "pa") == audio::Encoding::float32);
    CHECK(encoding_of("-", "ogg", nullptr) == audio::Encoding::ogg);
    CHECK_THROWS_AS(encoding_of("a.wav", "flac", nullptr), Failure);
    CHECK_THROWS_AS(encoding_of("a.aiff", nullptr, nullptr), Failure);
    CHECK_THROWS_AS(encoding_of("", "pcm16", "pa"), Failure);
}

TEST_CASE("a listener is mono unless told otherwise") {
    RenderOptions options = options_for({"knuckle"});
    CHECK(listening_of(plan_render(options).recipe) == audio::Listening::mono);
    options.place.listener = "stereo";
    CHECK(listening_of(plan_render(options).recipe) == audio::Listening::stereo);
}

TEST_CASE("a room is none unless told otherwise; a bubble in its liquid has none, and a far listener does not fit") {
    RenderOptions options = options_for({"knuckle", "toe"});
    const auto kinds = [&] {
        std::vector<RoomKind> all;
        for (const studio::Part& part : plan_render(options).recipe.parts) all.push_back(part.scenario.room.kind);
        return all;
    };
    CHECK(kinds() == std::vector{RoomKind::none, RoomKind::none});
    options.place.room = "small";
    CHECK(kinds() == std::vector{RoomKind::small, RoomKind::small});
    options.scenario.overrides = {"listener.distance_m=2"};
    CHECK_THROWS_WITH_AS(plan_render(options), doctest::Contains("listener.distance_m: 2 puts the listener's head"),
                         preset::Error);
    options.scenario.overrides.clear();
    options.presets = {"minnaert"};
    CHECK_THROWS_AS(plan_render(options), preset::Error);
}

TEST_CASE("several joints start one spacing after the other") {
    RenderOptions options = options_for({"knuckle", "thumb", "toe"});
    CHECK(plan_render(options).recipe.parts[2].start_s == 0.3);
    options.spacing = "20ms";
    CHECK(plan_render(options).recipe.parts[2].start_s == 0.04);
    options.spacing = "500s";
    CHECK_THROWS_AS(plan_render(options), Failure);
}
