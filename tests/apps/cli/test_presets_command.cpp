#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;

TEST_CASE("the list has one line for every shipped file") {
    const Workplace place;
    const auto result = place.sh("synovia presets --names");
    CHECK(result.exit_status == 0);
    const auto lines = static_cast<std::size_t>(std::count(result.out.begin(), result.out.end(), '\n'));
    CHECK(std::to_string(lines) + "\n" == place.sh("ls " SYNOVIA_PRESETS "/*.toml | wc -l").out);
    CHECK(json::parse(place.sh("synovia presets --format json").out).size() == lines);
    CHECK(contains(result.out, "\nknuckle\n"));
    CHECK(contains(place.sh("synovia presets").out, "knuckle "));
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
    CHECK(place.sh("SYNOVIA_PRESETS=\"$PWD/my presets\" $synovia presets").out.starts_with("Gelenk-äöü"));
}

TEST_CASE("unknown names suggest the nearest") {
    const Workplace place;
    CHECK(contains(place.sh("synovia presets nuckle").err, "did you mean \"knuckle\"?"));
    CHECK(place.sh("synovia presets knuckle --check knuckle").exit_status == 2);
}
