// The takes of render and their manifest, through the program.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using namespace synovia;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::read_json;
using synovia::cli::test::Workplace;

namespace {

/// A knuckle at the edge: whether it pops depends on what is drawn.
const std::string borderline = "--set traction.rise_time_s=0.6 --set simulation.duration_s=1";

}  // namespace

TEST_CASE("takes are numbered, different, and the same for the same seed") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle -n 3 --vary 25% --seed 4 --quiet -o a.wav").exit_status == 0);
    CHECK(place.files() == "a-01.json a-01.wav a-02.json a-02.wav a-03.json a-03.wav a-manifest.json");
    CHECK(place.sh("cmp -s a-01.wav a-02.wav || cmp -s a-02.wav a-03.wav").exit_status == 1);
    const json manifest = read_json(place / "a-manifest.json");
    CHECK(manifest["seed"] == 4);
    CHECK(manifest["vary"] == 0.25);
    REQUIRE(manifest["files"].size() == 3);
    CHECK(manifest["files"][2]["file"] == "a-03.wav");
    CHECK(manifest["files"][2]["joints"][0]["outcome"] == "popped");
    place.sh("synovia render knuckle -n 2 --vary 25% --seed 4 --quiet -o b.wav");
    CHECK(place.sh("cmp a-02.wav b-02.wav").exit_status == 0);
    place.sh("synovia render knuckle -n 2 --vary 25% --seed 5 --quiet -o c.wav");
    CHECK(place.sh("cmp -s a-02.wav c-02.wav").exit_status == 1);
}

TEST_CASE("takes without variation are said to be equal") {
    const Workplace place;
    CHECK(contains(place.sh("synovia render knuckle -n 2").err, "warning: all 2 takes are the same pull; --vary 25%"));
    CHECK_FALSE(contains(place.sh("synovia render knuckle -n 2 --vary 5% -o a.wav").err, "same pull"));
    CHECK_FALSE(contains(place.sh("synovia render knuckle -n 1 -o b.wav").err, "same pull"));
}

TEST_CASE("one core and all of them give the same files and the same manifest") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle -n 6 --vary 30% --quiet -o a.wav; mkdir one; mv a-* one").exit_status ==
            0);
    if (place.sh("command -v taskset").exit_status != 0) return synovia::test::skip_test("taskset is not installed");
    REQUIRE(place.sh("taskset -c 0 $synovia render knuckle -n 6 --vary 30% --quiet -o a.wav").exit_status == 0);
    CHECK(place.sh("for f in a-*; do cmp $f one/$f; done").out.empty());
}

TEST_CASE("Ctrl-C leaves a manifest of all takes that are there") {
    const Workplace place;
    const auto result = place.sh(
        "$synovia render knuckle -n 2000 --vary 5% --duration 10ms -o a.wav --quiet & pid=$!; "
        "while [ ! -e a-0003.wav ]; do sleep 0.01; done; kill -TERM $pid; wait $pid");
    CHECK(result.exit_status == 128 + 15);
    const auto listed = read_json(place / "a-manifest.json")["files"];
    CHECK(listed.size() >= 3);
    CHECK(place.sh("ls a-*.wav | wc -l").out == std::to_string(listed.size()) + "\n");
}

TEST_CASE("what fails in the middle leaves the takes before it, and a manifest of them") {
    const Workplace place;
    const auto result = place.sh(
        "( while [ ! -e a-01.wav ]; do :; done; echo mine > a-40.wav ) & synovia render knuckle -n 40 --vary 5% -o "
        "a.wav "
        "--quiet; code=$?; wait; exit $code");
    if (result.exit_status == 0) return synovia::test::skip_test("the program was faster than the shell");
    CHECK(result.exit_status == 5);
    CHECK(contains(result.err, "a-40.wav: exists"));
    CHECK(read_json(place / "a-manifest.json")["files"].size() >= 36);
}

TEST_CASE("names have as many zeros as the largest number needs") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle-slow -n 100 --allow-silent --quiet --duration 10ms").exit_status == 0);
    CHECK(place.sh("ls *.wav | head -1").out == "knuckle-slow-001.wav\n");
    CHECK(place.sh("ls *.wav | wc -l").out == "100\n");
}

TEST_CASE("a take that does not pop is drawn again and counted") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle -n 6 --vary 25% --quiet " + borderline).exit_status == 0);
    const json manifest = read_json(place / "knuckle-manifest.json");
    REQUIRE(manifest["files"].size() == 6);
    int redraws = 0;
    for (const json& file : manifest["files"]) {
        redraws += file["redraws"].get<int>();
        CHECK(file["joints"][0]["outcome"] == "popped");
    }
    CHECK(redraws > 0);
}

TEST_CASE("thirty takes are thirty cracks of one joint, or of thirty joints, and the manifest says which") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle-crack -n 3 --quiet --seed 4 -o one.wav").exit_status == 0);
    REQUIRE(place.sh("synovia render knuckle-crack -n 3 --quiet --seed 4 --joints new -o many.wav").exit_status == 0);
    REQUIRE(place.sh("synovia render knuckle-crack -n 3 --quiet --seed 5 --joint-seed 4 -o pulls.wav").exit_status ==
            0);
    const json one = read_json(place / "one-manifest.json"), many = read_json(place / "many-manifest.json");
    CHECK(one["joints"] == "same");
    CHECK(one["joint_seed"] == 4);
    CHECK(many["joints"] == "new");
    CHECK(many["files"][1]["joint"] == 2);
    const auto shares = [&](const std::string& name) {
        return read_json(place / (name + ".json"))["scenario"]["joint.pocket_weights"];
    };
    CHECK(shares("one-01") == shares("one-03"));
    CHECK(shares("one-01") == shares("pulls-01"));
    CHECK(shares("one-01") == shares("many-01"));
    CHECK(shares("one-01") != shares("many-03"));
    CHECK(read_file(place / "one-01.wav") == read_file(place / "many-01.wav"));
    for (const char* other : {"one-02.wav", "one-03.wav", "pulls-01.wav"})
        CHECK(read_file(place / "one-01.wav") != read_file(place / other));
    CHECK(place.sh("synovia render knuckle-crack --joints old").exit_status == 2);
}

TEST_CASE("a take that never pops is left out after twenty redraws") {
    const Workplace place;
    REQUIRE(place.sh("synovia render knuckle-slow -n 1 --vary 1% --quiet").exit_status == 0);
    CHECK(place.files() == "knuckle-slow-manifest.json");
    const json file = read_json(place / "knuckle-slow-manifest.json")["files"][0];
    CHECK(file["redraws"] == 20);
    CHECK(file["file"].is_null());
    CHECK(file["silent"] == true);
}
