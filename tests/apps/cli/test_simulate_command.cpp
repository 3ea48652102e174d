#include <doctest/doctest.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;

TEST_CASE("the knuckle pops, in text and in JSON, on standard output only") {
    const Workplace place;
    const auto text = place.sh("synovia simulate knuckle");
    CHECK(text.exit_status == 0);
    CHECK(text.out.starts_with("knuckle: popped\n"));
    CHECK(text.err.empty());
    const auto result = place.sh("synovia simulate knuckle --format json");
    CHECK(result.err.empty());
    CHECK(json::parse(result.out)["outcome"] == "popped");
    CHECK(place.files().empty());
}

TEST_CASE("no pop is a result") {
    const Workplace place;
    const auto result = place.sh("synovia simulate knuckle-slow --format json");
    CHECK(result.exit_status == 0);
    CHECK(json::parse(result.out)["outcome"] == "no_nucleation");
}

TEST_CASE("--set takes units and changes the run") {
    const Workplace place;
    const auto slow = place.sh(
        "synovia simulate knuckle --set traction.rise_time_s=1s --set simulation.duration_s=1500ms --format json");
    CHECK(json::parse(slow.out)["outcome"] == "no_nucleation");
}

TEST_CASE("--vary draws another joint, the same for the same seed") {
    const Workplace place;
    const auto run = [&](const std::string& seed) {
        return json::parse(
            place.sh("synovia simulate knuckle --vary 10% --format json --seed " + seed).out)["max_radius_m"];
    };
    CHECK(run("1") == run("1"));
    CHECK(run("1") != run("2"));
    CHECK(place.sh("synovia simulate knuckle --vary lots").exit_status == 2);
    CHECK(place.sh("synovia simulate knuckle --vary -5%").exit_status == 2);
}

TEST_CASE("the table goes to a file, or to standard output with the summary on standard error") {
    const Workplace place;
    const auto file = place.sh("synovia simulate knuckle --csv run.csv --sample-rate 1000");
    CHECK(file.exit_status == 0);
    CHECK(file.out.starts_with("knuckle: popped"));
    const auto stream = place.sh("synovia simulate knuckle --csv - --sample-rate 1000");
    CHECK(stream.out == read_file(place / "run.csv"));
    CHECK(contains(stream.err, "knuckle: popped"));
    CHECK(place.sh("synovia simulate knuckle --csv - --quiet").err.empty());
    CHECK(place.files() == "run.csv");
}

TEST_CASE("an existing table is not replaced without --force") {
    const Workplace place;
    write_file(place / "run.csv", "mine");
    const auto result = place.sh("synovia simulate knuckle --csv run.csv");
    CHECK(result.exit_status == 5);
    CHECK(result.out.empty());
    CHECK(read_file(place / "run.csv") == "mine");
    CHECK(place.sh("synovia simulate knuckle --csv run.csv --force").exit_status == 0);
    CHECK(read_file(place / "run.csv").starts_with("time_s,"));
}

TEST_CASE("a run that is cut short says so in text and JSON, and what a preset shows is of the preset only") {
    const Workplace place;
    CHECK(contains(place.sh("synovia simulate rayleigh-collapse").out,
                   "  cut short               the run ends while it sounds"));
    const auto slow = place.sh("synovia simulate knuckle --set traction.rise_time_s=1min");
    CHECK(contains(slow.out, "cut short               the run ends before the hand does, after 0.4 s of 60 s"));
    CHECK(contains(slow.out, "audible peak            silent at 0.3 m"));
    const std::string shows =
        nlohmann::json::parse(place.sh("synovia presets knuckle --format json").out)["about"]["shows"];
    const std::string first = shows.substr(0, 20);
    CHECK(contains(place.sh("synovia simulate knuckle").out, first));
    CHECK_FALSE(contains(slow.out, first));
    const auto summary = nlohmann::json::parse(place.sh("synovia simulate rayleigh-collapse --format json").out);
    CHECK(contains(summary["warnings"].back().get<std::string>(), "the run ends while it sounds"));
}

TEST_CASE("options that make no sense together are usage errors") {
    const Workplace place;
    for (const std::string options : {"--sample-rate 1000", "--csv - --format json", "--csv a.csv --sample-rate nan",
                                      "--csv a.csv --sample-rate 0", "--csv a.csv --sample-rate 1e15"}) {
        CAPTURE(options);
        const auto result = place.sh("synovia simulate knuckle " + options);
        CHECK(result.exit_status == 2);
        CHECK(result.out.empty());
    }
    CHECK(place.files().empty());
}
