#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "solver/parameters.hpp"
#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using synovia::parameters;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;
using synovia::test::near;

TEST_CASE("the list has every shipped file: what is heard first, then what is silent, then physics") {
    const Workplace place;
    const auto names = place.sh("synovia presets | grep -v '^ ' | cut -d ' ' -f 1").out;
    CHECK(names == place.sh("synovia presets --names").out);
    CHECK(place.sh("synovia presets --names | LC_ALL=C sort").out ==
          place.sh("cd " SYNOVIA_PRESETS "; ls *.toml | sed 's/.toml//' | LC_ALL=C sort").out);
    CHECK(names.find("toe-crack\n") < names.find("ankle\n"));
    CHECK(names.find("toe\n") < names.find("self-twist-fast\n"));
    CHECK(names.find("thrust-mourad\n") < names.find("knuckle-again\n"));
    CHECK(names.find("knuckle-slow\n") < names.find("blake-threshold\n"));
    const auto list = json::parse(place.sh("synovia presets --format json").out);
    std::string uses;
    for (const json& entry : list)
        if (!uses.ends_with(entry["use"].get<std::string>())) uses += entry["use"].get<std::string>();
    CHECK(uses == "heardsilentphysics");
}

TEST_CASE("the list tells pitch and level, those of a file, and what a preset shows") {
    const Workplace place;
    const auto list = json::parse(place.sh("synovia presets --format json").out);
    place.sh("synovia render knuckle --quiet");
    const auto measured = json::parse(place.sh("synovia measure knuckle.wav --format json").out);
    for (const json& entry : list) {
        // What [about] says is what the simulation does.
        CHECK(entry["pitch_hz"].is_null() == (entry["use"] == "silent"));
        CHECK((entry["kind"] == "bubble") == (entry["use"] == "physics"));
        if (entry["name"] != "knuckle") continue;
        CHECK(entry["pitch_hz"].get<double>() == near(measured["peak_frequency_hz"].get<double>(), 1e-3));
        // The largest sample and the peak between samples differ by less than a decibel.
        CHECK(entry["peak_db_spl"].get<double>() <= measured["peak_db_spl"].get<double>() + 0.01);
        CHECK(entry["peak_db_spl"].get<double>() > measured["peak_db_spl"].get<double>() - 1.0);
        CHECK(contains(place.sh("synovia presets").out, "    Suction opens a bubble"));
        CHECK(contains(place.sh("synovia simulate knuckle").out, "  Suction opens a bubble"));
    }
}

TEST_CASE("--keys tells everything that --set takes") {
    const Workplace place;
    const auto keys = json::parse(place.sh("synovia presets --keys --format json").out);
    const std::string text = place.sh("synovia presets --keys").out;
    CHECK(keys.size() == parameters().size());
    for (const json& key : keys) CHECK(contains(text, key["key"].get<std::string>() + "\n    "));
    for (const char* kind : {"knuckle", "minnaert"})
        for (const json& key : keys) {
            const auto& defaults = key["default"];
            const std::string kind_name = std::string(kind) == "knuckle" ? "joint" : "bubble";
            if (!defaults.contains(kind_name)) continue;
            if (key["type"] != "number" || defaults[kind_name].is_null()) continue;
            CHECK(key["min"].get<double>() <= defaults[kind_name].get<double>());
            CHECK(defaults[kind_name].get<double>() <= key["max"].get<double>());
        }
    CHECK(contains(text, "bubble.nucleus_radius_m\n"));
    CHECK(contains(text, "one of \"newtonian\", \"carreau\"; default carreau (joint), newtonian (bubble)"));
}

TEST_CASE("the table of levels is printed, and gives the same spine when it is read back") {
    const Workplace place;
    CHECK(place.sh("synovia presets --levels > levels.csv; head -c 24 levels.csv").out == "level,alpha_deg,tilt_deg");
    CHECK(place.sh("synovia presets --levels thrust-l45 | cmp - levels.csv").exit_status == 0);
    const std::string plain = place.sh("synovia spine thrust-l45").out;
    CHECK(place.sh("synovia spine thrust-l45 --set spine.levels=levels.csv").out == plain);
    place.sh("sed -i '/^L4-L5/s/^L4-L5,[0-9.]*/L4-L5,27/' levels.csv");
    CHECK(place.sh("synovia spine thrust-l45 --set spine.levels=levels.csv").out != plain);
    CHECK(place.sh("synovia presets --levels knuckle").exit_status == 3);
    CHECK(place.sh("synovia presets --levels thrust-l45 thrust-l5s1").exit_status == 2);
    CHECK(place.sh("synovia presets --levels --keys").exit_status == 2);
}

TEST_CASE("--keys tells what each column of the table of levels means") {
    const Workplace place;
    const auto keys = json::parse(place.sh("synovia presets --keys --format json").out);
    const auto levels =
        std::find_if(keys.begin(), keys.end(), [](const json& k) { return k["key"] == "spine.levels"; });
    REQUIRE(levels != keys.end());
    std::string header = "level";
    for (const json& column : (*levels)["columns"]) header.append(",").append(column["name"].get<std::string>());
    CHECK(place.sh("synovia presets --levels | head -n 1").out == header + "\n");
    const std::string text = place.sh("synovia presets --keys").out;
    for (const json& column : (*levels)["columns"])
        CHECK(
            contains(text, "\n      " + column["name"].get<std::string>() + ": " + column["text"].get<std::string>()));
}

TEST_CASE("a name prints the file as it stands") {
    const Workplace place;
    CHECK(place.sh("synovia presets knuckle").out == read_file(SYNOVIA_PRESETS "/knuckle.toml"));
    const auto parsed = json::parse(place.sh("synovia presets knuckle --format json").out);
    CHECK(parsed["name"] == "knuckle");
    CHECK(parsed["scenario"]["joint.articular_radius_m"] == 6.9e-3);
}

TEST_CASE("what is printed can be changed and rendered") {
    const Workplace place;
    CHECK(place.sh("synovia presets knuckle > mine.toml && synovia simulate ./mine.toml")
              .out.starts_with("mine: popped"));
    CHECK(place.sh("synovia render knuckle --quiet && synovia presets knuckle.json > car.toml").exit_status == 0);
    CHECK(place.sh("synovia presets --check car.toml").out == "car.toml: good\n");
}

TEST_CASE("the side-car of a mix is checked as render reads it, and called a mix where one joint is wanted") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle thumb -o mix.wav --quiet").exit_status == 0);
    CHECK(place.sh("synovia presets --check mix.json").out == "mix.json: good\n");
    const auto one = place.sh("synovia simulate mix.json");
    CHECK(one.exit_status == 3);
    CHECK(contains(one.err, "a mix of 2 joints, and one is wanted here; render and play take a mix"));
}

TEST_CASE("--check tells every problem of every file") {
    const Workplace place;
    write_file(place / "bad.toml", "schema = 1\nkind = \"joint\"\n[joint]\nradius_m = 1\ndamping_n_s_m = -1\n");
    const auto result = place.sh("synovia presets --check bad.toml knuckle none.toml");
    CHECK(result.exit_status == 3);
    CHECK(result.out == "knuckle: good\n");
    CHECK(contains(result.err, "synovia: bad.toml:4:"));
    CHECK(contains(result.err, "synovia: bad.toml:5:"));
    CHECK(contains(result.err, "none.toml"));
}

TEST_CASE("presets are found by name, by path with blanks, and in SYNOVIA_PRESETS") {
    const Workplace place;
    place.sh("mkdir 'my presets' && synovia presets knuckle > 'my presets/Gelenk-äöü.toml'");
    CHECK(place.sh("synovia simulate 'my presets/Gelenk-äöü.toml'").out.starts_with("Gelenk-äöü: popped"));
    CHECK(place.sh("SYNOVIA_PRESETS=\"$PWD/my presets\" $synovia simulate Gelenk-äöü").exit_status == 0);
    CHECK(contains(place.sh("SYNOVIA_PRESETS=\"$PWD/my presets\" $synovia presets").out, "\nGelenk-äöü "));
}

TEST_CASE("unknown names suggest the nearest") {
    const Workplace place;
    CHECK(contains(place.sh("synovia presets nuckle").err, "did you mean \"knuckle\"?"));
    for (const char* words : {"knuckle thumb", "--check", "--check --keys", "knuckle --names", "''"}) {
        CAPTURE(words);
        CHECK(place.sh(std::string("synovia presets ") + words).exit_status == 2);
    }
    CHECK(place.sh("synovia presets knuckle > ./--x.toml; synovia presets --check -- --x.toml").out ==
          "--x.toml: good\n");
    for (const char* command : {"render ''", "simulate ''", "plot ''", "measure ''", "play ''", "spine ''",
                                "classroom -o ''", "render knuckle --vary ''"}) {
        CAPTURE(command);
        CHECK(place.sh(std::string("synovia ") + command).exit_status == 2);
    }
}
