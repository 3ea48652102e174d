#include "apps/studio/side_car.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "apps/preset/problem.hpp"
#include "solver/parameters.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using namespace synovia::studio;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

Recipe odd_recipe(std::size_t parts) {
    Recipe recipe;
    for (std::size_t i = 0; i < parts; ++i) {
        Part part{"part" + std::to_string(i),
                  {"Title", "shows", {"source"}},
                  default_scenario(Kind::joint),
                  0.1 * static_cast<double>(i)};
        part.scenario.joint.articular_radius = 6.9e-3 / 3.0 * static_cast<double>(i + 1);  // not a short decimal
        recipe.parts.push_back(part);
    }
    recipe.sample_rate_hz = 96000;
    recipe.encoding = audio::Encoding::float32;
    recipe.level = {audio::LevelMode::calibrated, 117.3};
    recipe.duration_s = 1.0 / 3.0;
    recipe.seed = 0xFFFF'FFFF'FFFF'FFFFU;
    recipe.take = 12;
    recipe.alignment = Alignment{0.1 / 3.0, 12345, 1.0 / 7.0, 480};
    recipe.parts.back().scenario.listener.kind = ListenerKind::stereo;
    recipe.parts.back().scenario.room.kind = RoomKind::small;
    recipe.parts.back().scenario.room.absorption = 1.0 / 3.0;
    recipe.parts.back().place = {0.1 / 3.0, -0.2, 0.7 / 3.0};
    return recipe;
}

}  // namespace

TEST_CASE("a recipe survives its side-car bit for bit") {
    for (const std::size_t parts : {1U, 3U}) {
        const Workplace place;
        const Recipe recipe = odd_recipe(parts);
        write_file(place / "car.json", side_car_json(recipe).dump());
        const Recipe read = read_side_car((place / "car.json").string(), {});
        CHECK(side_car_json(read) == side_car_json(recipe));
        REQUIRE(read.parts.size() == parts);
        CHECK(read.parts.back().scenario.joint.articular_radius == recipe.parts.back().scenario.joint.articular_radius);
        CHECK(read.alignment->start_time_s == recipe.alignment->start_time_s);
        CHECK(read.alignment->fade_samples == 480);
        CHECK(read.seed == recipe.seed);
        CHECK(listening_of(read) == audio::Listening::stereo);
        CHECK(read.parts.back().scenario.room.absorption == 1.0 / 3.0);
        CHECK(read.parts.back().place == recipe.parts.back().place);
    }
}

TEST_CASE("a place that is none and a listener that is none are named") {
    const Workplace place;
    const auto refusal = [&](const char* section, const char* key, const nlohmann::ordered_json& value) {
        auto json = side_car_json(odd_recipe(1));
        (section[0] == '\0' ? json : json[section])[key] = value;
        write_file(place / "car.json", json.dump());
        try {
            read_side_car((place / "car.json").string(), {});
        } catch (const preset::Error& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    for (const char* bad : {"[1, 2]", "[1, 2, \"3\"]", "7", "[0, 0, 1e4]"})
        CHECK(refusal("", "place_m", nlohmann::ordered_json::parse(bad)).find("joint.place_m") != std::string::npos);
    CHECK(refusal("scenario", "listener.kind", "binaural").find("one of \"mono\", \"stereo\"") != std::string::npos);
    CHECK(refusal("scenario", "room.kind", "cave").find("one of \"none\", \"near\", \"small\"") != std::string::npos);
    CHECK(refusal("", "facet", "L4-L5-left").find("joint.facet: belongs to a spine") != std::string::npos);
}

TEST_CASE("a side-car without settings takes the defaults, overrides reach every joint") {
    const Workplace place;
    auto json = side_car_json(odd_recipe(2));
    json.erase("render");
    write_file(place / "car.json", json.dump());
    const std::vector<std::string> overrides{"joint.damping_n_s_m=7"};
    const Recipe read = read_side_car((place / "car.json").string(), overrides);
    CHECK(read.sample_rate_hz == 48000);
    CHECK_FALSE(read.alignment);
    CHECK(read.parts[0].scenario.joint.damping == 7.0);
    CHECK(read.parts[1].scenario.joint.damping == 7.0);
}

TEST_CASE("what is no side-car is refused") {
    const Workplace place;
    for (const std::string text :
         {"", "[1]", "{", "{\"joints\": []}", "{\"joints\": 3}", "{\"joints\": [3]}", "{\"joints\": [{}]}"}) {
        CAPTURE(text);
        write_file(place / "car.json", text);
        CHECK_THROWS_AS(read_side_car((place / "car.json").string(), {}), preset::Error);
    }
    CHECK_THROWS_AS(read_side_car((place / "none.json").string(), {}), preset::Error);
}

TEST_CASE("a name that is no plain name, a schema of another time, and a crowd are refused at their place") {
    const Workplace place;
    const auto refusal = [&](auto change) {
        auto json = side_car_json(odd_recipe(2));
        change(json);
        write_file(place / "car.json", json.dump());
        try {
            read_side_car((place / "car.json").string(), {});
        } catch (const preset::Error& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    using Json = nlohmann::ordered_json;
    const auto name = [&](const std::string& text) { return refusal([&](Json& j) { j["joints"][1]["name"] = text; }); };
    CHECK(synovia::test::contains(name("../evil"), "car.json joints[1]: joint.name: begins with a dot"));
    CHECK(synovia::test::contains(name(std::string("a\0b", 3)), "joint.name: is no plain name"));
    CHECK(synovia::test::contains(name(std::string(300, 'a')), "joint.name: is 300 bytes long, 100 are allowed"));
    CHECK(name("Gelenk-\u00e4 2.0") == "accepted");
    CHECK(synovia::test::contains(refusal([](Json& j) { j["schema"] = 2; }), "schema: given 2; this version reads 1"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["joints"][0] = nullptr; }), "joints[0]: is not an object"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["duration_s"] = 0; }),
                                  "render.duration_s: 0.0 is not above 0 and at most 600.0"));
    CHECK(refusal([](Json& j) { j["render"]["duration_s"] = nullptr; }) == "accepted");
    CHECK(synovia::test::contains(refusal([](Json& j) { j["joints"] = Json(300, j["joints"][0]); }),
                                  "joints: are 300, 256 are allowed"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["take"] = 1ULL << 32U; }), "render.take"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["date"] = "soon"; }), "render.date"));
    CHECK(synovia::test::contains(refusal([](Json& j) {
                                      j["render"].update({{"level", "pa"}, {"encoding", "flac"}});
                                  }),
                                  "render.level: level pa"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["sed"] = 1; }),
                                  "render.sed: unknown key (did you mean \"seed\"?)"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["alignment"]["gain"] = 1; }),
                                  "render.alignment.gain: unknown key"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["joints"][1]["render"] = j["render"]; }),
                                  "joint.render: unknown key"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["rendr"] = 1; }),
                                  "car.json: rendr: unknown key (did you mean \"render\"?)"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["joints"][1]["start"] = 1; }),
                                  "joint.start: unknown key (did you mean \"start_s\"?)"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["level"] = ""; }), "render.level: "));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["encoding"] = ""; }), "render.encoding: "));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["duration_s"] = 1e-9; }),
                                  "render.duration_s: 1e-09 is shorter than a sample"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["metadata"]["a"] = 3; }), "render.metadata"));
    CHECK(synovia::test::contains(refusal([](Json& j) { j["render"]["metadata"]["date"] = "x"; }), "render.metadata"));
}

TEST_CASE("what is wrong with one of several joints is found where it stands in the file") {
    const Workplace place;
    auto json = side_car_json(odd_recipe(2));
    json["joints"][1]["scenario"]["joint.damping_n_s_m"] = -1;
    const std::string text = json.dump(2);
    write_file(place / "car.json", text);
    const auto at = text.find("\"joint.damping_n_s_m\": -1");
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    const std::string where = "car.json joints[1]:" + std::to_string(line) + ":" +
                              std::to_string(at - text.rfind('\n', at)) + ": joint.damping_n_s_m: ";
    try {
        read_side_car((place / "car.json").string(), {});
        FAIL("accepted");
    } catch (const preset::Error& error) {
        CHECK(synovia::test::contains(error.what(), where));
    }
}

TEST_CASE("a side-car keeps date and texts, in their order") {
    const Workplace place;
    Recipe recipe = odd_recipe(1);
    recipe.texts = {"2026-11-27", {{"zeal", "1"}, {"artist", "\u00e4"}}};
    write_file(place / "car.json", "\xef\xbb\xbf" + side_car_text(recipe, {}));
    const Recipe read = read_side_car((place / "car.json").string(), {});
    CHECK(read.texts.date == recipe.texts.date);
    CHECK(read.texts.pairs == recipe.texts.pairs);
}

TEST_CASE("a side-car of one facet names it; one that is none is refused") {
    const Workplace place;
    Recipe recipe;
    recipe.parts = {{"thrust", {}, default_scenario(Kind::spine)}};
    recipe.parts[0].facet = 12;
    auto json = side_car_json(recipe);
    CHECK(json["facet"] == "L4-L5-left");
    write_file(place / "car.json", json.dump());
    CHECK(read_side_car((place / "car.json").string(), {}).parts[0].facet == 12);
    json["facet"] = "L4-L5";
    write_file(place / "car.json", json.dump());
    CHECK_THROWS_WITH_AS(read_side_car((place / "car.json").string(), {}),
                         doctest::Contains("joint.facet: \"L4-L5\" is no facet like \"L4-L5-left\""), preset::Error);
}

TEST_CASE("the ending makes a side-car") {
    CHECK(is_side_car("a/knuckle.json"));
    CHECK_FALSE(is_side_car("knuckle"));
    CHECK_FALSE(is_side_car("json"));
}

TEST_CASE("the side-car stands beside the sound") {
    CHECK(side_car_path("a/pop.flac") == "a/pop.json");
    CHECK(side_car_path("pop") == "pop.json");
}
