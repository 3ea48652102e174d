#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "apps/preset/level_table.hpp"
#include "apps/preset/text.hpp"
#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;
using synovia::cli::test::write_file;

TEST_CASE("a row a facet, and why it stayed silent") {
    const Workplace place;
    const auto result = place.sh("synovia spine thrust-l45");
    CHECK(result.exit_status == 0);
    CHECK(result.err.empty());
    CHECK(result.out.starts_with("thrust-l45: 6 N m on L1 in 2 s, then 14 N m on L4 in 0.12 s, left: 2 pops\nlevel "));
    CHECK(contains(result.out, "L4-L5    left   3.1 deg  1.48 mm  14 mm/s  -120 kPa  73 ms, 93 dB    popped\n"));
    CHECK(contains(result.out, "too slow: 0.15 of its 1.01 mm came within 0.12 s, about 0.37 mm needed\n"));
    for (const char* sign :
         {"Pain down a leg", "numbness", "weakness", "tingling", "beyond a week of self-care", "Not a medical device"})
        CHECK(contains(result.out, sign));
    CHECK(place.files().empty());
}

TEST_CASE("one joint whose run ends early does not take the others' answers along") {
    const Workplace place;
    const auto result = place.sh("synovia spine thrust-l45 --set gas.model=polytropic");
    CHECK(result.exit_status == 4);
    CHECK(contains(result.err, "the bubble's wall reached the speed of sound at 2.228 s of 2.5 s"));
    CHECK(contains(result.out, "-               no answer: the run of this joint ended early, supersonic\n"));
    CHECK(contains(result.out, "too slow: 0.15 of its 1.01 mm came within 0.12 s, about 0.37 mm needed\n"));
    CHECK_FALSE(contains(result.out, "0.64 of its 1.48 mm"));  // which would have done
    const auto drawn = place.sh("synovia spine thrust-l45 --set gas.model=polytropic -o back.svg");
    CHECK(drawn.exit_status == 4);
    CHECK(place.files().empty());
}

TEST_CASE("the keys of a facet are those of the contract") {
    const Workplace place;
    const json spine = json::parse(place.sh("synovia spine thrust-l45 --format json").out);
    CHECK(spine["pops"] == 2);
    CHECK(spine["outcome"] == "popped");
    CHECK(spine["start_s"] == 2.05);
    CHECK(contains(spine["warning_signs"].get<std::string>(), "tingling"));
    REQUIRE(spine["facets"].size() == 16);
    const json& popped = spine["facets"][12];
    CHECK(popped["level"] == "L4-L5");
    CHECK(popped["side"] == "left");
    CHECK(popped["popped"] == true);
    CHECK(popped["reason"] == "popped");
    CHECK(popped["pop_times_s"][0].get<double>() == synovia::test::near(2.1227, 1e-4));
    CHECK(popped["min_pressure_pa"].get<double>() == synovia::test::near(-119.6e3, 5e-3));
    CHECK(popped["max_gap_m"].get<double>() == synovia::test::near(1.48e-3, 5e-3));
    CHECK(popped["peak_level_db_spl"].get<double>() == synovia::test::near(93.4, 1e-3));
    CHECK(popped["turn_deg"].get<double>() == synovia::test::near(3.1, 2e-2));
    const json& closed = spine["facets"][13];
    CHECK(closed["reason"] == "closed_side");
    CHECK(closed["sentence"] == "closed side: the joint is pressed together");
    CHECK(closed["peak_level_db_spl"].is_null());
    CHECK(closed["pop_times_s"].empty());
    CHECK(closed["max_gap_m"].get<double>() < 5e-5);
    const json simulated = json::parse(place.sh("synovia simulate thrust-l45 --format json").out);
    CHECK(simulated["facets"] == spine["facets"]);
    CHECK(simulated["pops"] == 2);
}

TEST_CASE("simulate's text tells of all facets, and of no bubble where nothing pops") {
    const Workplace place;
    const std::string text = place.sh("synovia simulate twice-in-a-row").out;
    CHECK(text.starts_with("twice-in-a-row: no pop\n"));
    CHECK(contains(text, "L5-S1    right"));
    CHECK(contains(text, "gas present: the bubble of the last pop gives way without a sound"));
    CHECK_FALSE(contains(text, "nucleation"));
    CHECK(json::parse(place.sh("synovia simulate twice-in-a-row --format json").out)["nucleation_time_s"].is_null());
}

TEST_CASE("the picture shows spine, phrases and three panels") {
    const Workplace place;
    const auto result = place.sh("synovia spine thrust-l45 -o back.svg");
    CHECK(result.exit_status == 0);
    CHECK(result.err == "wrote back.svg\n");
    CHECK(contains(result.out, "L4-L5    left"));
    const std::string svg = read_file(place / "back.svg");
    for (const char* text :
         {"T10", "S1", "Left", "L4-L5 popped, 73 ms", "1.48 mm, -120 kPa, 93 dB", "L3-L4 too slow", "L5-S1 closed",
          "Opening (mm)", "Absolute pressure (kPa)", "atmosphere", "vapour", "zero", "Blake limit",
          "Sound at 0.3 m (Pa)", "Time from the start of the thrust (ms)", "lowest pressure 101"}) {
        CAPTURE(text);
        CHECK(contains(svg, text));
    }
    CHECK(place.sh("synovia plot thrust-l45 -o plot.svg; cmp plot.svg back.svg").exit_status == 0);
    CHECK(place.sh("synovia spine thrust-l45 -o back.svg").exit_status == 5);
    CHECK(place.sh("synovia spine thrust-l45 -o back.PNG --quiet").err.empty());
    CHECK(read_file(place / "back.PNG").starts_with("\x89PNG"));
    const auto stream = place.sh("synovia spine positioning-slow -o -");
    CHECK(contains(stream.out, "</svg>"));
    CHECK(contains(stream.out, "silent"));
    CHECK(contains(stream.err, "positioning-slow: 6 N m on L1 in 2 s, left: no pop"));
}

TEST_CASE("a population is the same whoever draws it, and stands beside what was published") {
    const Workplace place;
    const auto result = place.sh("synovia spine thrust-l45 --draws 12 --seed 3 --format json");
    CHECK(result.exit_status == 0);
    CHECK(result.err.empty());  // no progress where there is no terminal
    const json report = json::parse(result.out);
    CHECK(report["subjects"] == 12);
    REQUIRE(report["rates"].size() == 9);
    CHECK(report["rates"][1]["published"] == 96.7);
    CHECK(report["rates"][1]["source"] == "Cramer 2011");
    CHECK(report["rates"][1]["band"] == json{91.0, 100.0});
    CHECK(report["rates"][6]["agrees"] == false);
    CHECK(place.sh("taskset -c 0 $synovia spine thrust-l45 --draws 12 --seed 3 --format json").out == result.out);
    CHECK(place.sh("synovia spine thrust-l45 --draws 12 --seed 4 --format json").out != result.out);
    const std::string text = place.sh("synovia spine self-twist-fast --draws 3").out;
    CHECK(contains(text, "3 subjects, seed 1\n"));
    CHECK(contains(text, "subjects with a pop between L1 and S1, %"));
}

TEST_CASE("what cannot be is refused, with the option and the reason") {
    const Workplace place;
    const auto refused = [&](const std::string& line, int status, const std::string& reason) {
        CAPTURE(line);
        const auto result = place.sh("synovia spine " + line);
        CHECK(result.exit_status == status);
        CHECK(result.out.empty());
        CHECK(contains(result.err, reason));
    };
    refused("", 2, "which preset?");
    refused("knuckle", 2, "knuckle is of kind joint, not spine");
    refused("thrust-l45 --draws 0", 2, "--draws: ");
    refused("thrust-l45 --draws 1e9", 2, "--draws: ");
    refused("thrust-l45 --draws 1000000000", 2, "100000");
    refused("thrust-l45 --draws 2 --statements", 2, "--statements");
    refused("self-twist-fast --statements", 2, "self-twist-fast is another kind");
    refused("thrust-l45 -o back.pdf", 2, ".svg or .png");
    refused("thrust-l45 -o back.svg --draws 2", 2, "--output");
    refused("thrust-l45 -o - --format json", 2, "--output -");
    refused("thrust-l45 --set spine.target=L6-L7", 3, "spine.target");
    refused("thrust-l45 --set spine.target=S1-S2", 3, "spine.target");
    refused("thrust-l45 --set spine.guarding=1.1", 3, "spine.guarding");
    refused("thrust-l5s1 --set spine.couple=true", 3, "spine.couple");
    CHECK(place.files().empty());
}

TEST_CASE("a table of levels that is none is refused with its line") {
    const Workplace place;
    std::string table = synovia::preset::level_header() + "\n";
    for (const synovia::SpineLevel& level : synovia::spine_levels()) {
        table += synovia::spine_level_names[level.level];
        for (const synovia::SpineColumn& column : synovia::spine_columns())
            table.append(",").append(synovia::preset::exact(level.*column.member));
        table += "\n";
    }
    write_file(place / "levels.csv", table);
    const std::string usual = place.sh("synovia spine thrust-l45").out;
    CHECK(place.sh("synovia spine thrust-l45 --set spine.levels=levels.csv").out == usual);
    const auto refused = [&](const std::string& edit, const std::string& reason) {
        CAPTURE(edit);
        place.sh("sed '" + edit + "' levels.csv > odd.csv");
        const auto result = place.sh("synovia spine thrust-l45 --set spine.levels=odd.csv");
        CHECK(result.exit_status == 3);
        CHECK(result.out.empty());
        CHECK(contains(result.err, reason));
    };
    refused("/^L2-L3/d", "L2-L3\" is missing");
    refused("s/^L2-L3/L1-L2/", "odd.csv:6:1: ");
    refused("s/^L2-L3/L1-L2/", "the level \"L1-L2\" is given twice");
    refused("s/^L2-L3/L7-L8/", "odd.csv:6:1: spine.levels: expected one of the levels");
    refused("/^L2-L3/s/,1.4,/,-1.4,/", "kd_nm_deg");
}
