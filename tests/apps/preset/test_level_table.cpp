#include "apps/preset/level_table.hpp"

#include <algorithm>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

/// The compiled-in table as a CSV, from the bottom up.
std::string table() {
    std::vector<SpineLevel> levels(spine_levels().begin(), spine_levels().end());
    std::reverse(levels.begin(), levels.end());
    return level_csv(levels);
}

std::string complaint(const std::string& text) {
    return report(problems_of([&] { parse_level_table(text, "l.csv"); }));
}

TEST_CASE("a table is written as it is read, to the last bit") {
    std::vector<SpineLevel> levels(spine_levels().begin(), spine_levels().end());
    levels[2].facet_area_mm2 = 1e2 / 3.0;
    const std::string text = level_csv(levels);
    CHECK(text.starts_with("level,alpha_deg,tilt_deg,x_mm,"));
    CHECK(contains(text, "\nT10-T11,"));
    CHECK(parse_level_table(text, "l.csv")[2].facet_area_mm2 == 1e2 / 3.0);
    CHECK(level_csv(parse_level_table(text + "\r\n\n", "l.csv")) == text);
}

TEST_CASE("levels are read in any order and returned from top to bottom") {
    const std::vector<SpineLevel> levels = parse_level_table(table(), "l.csv");
    REQUIRE(levels.size() == spine_level_count);
    for (std::size_t i = 0; i < spine_level_count; ++i) {
        CHECK(levels[i].level == i);
        for (const SpineColumn& column : spine_columns())
            CHECK(levels[i].*column.member == spine_levels()[i].*column.member);
    }
}

TEST_CASE("every bad line is reported with its number, a missing level with its name") {
    const std::string header = level_header() + "\n";
    CHECK(contains(complaint("level,alpha\n"), "l.csv:1:1: expected the header \"level,"));
    CHECK(contains(complaint(header + "L4-L6" + std::string(13, ',') + "\n"),
                   "l.csv:2:1: expected one of the levels \"T10-T11\", "));
    CHECK(contains(complaint(header + "L4-L5,1\n"), "l.csv:2:1: expected 14 cells"));
    CHECK(contains(complaint(header + "L4-L5,x" + std::string(12, ',') + "\n"),
                   "l.csv:2:1: alpha_deg is not a finite number"));
    const std::string all = table();
    const std::string last = all.substr(all.find("L5-S1"), all.find('\n', all.find("L5-S1")) - all.find("L5-S1") + 1);
    CHECK(contains(complaint(all + last), "l.csv:10:1: the level \"L5-S1\" is given twice"));
    CHECK(contains(complaint(header + last), "the level \"T10-T11\" is missing"));
}

TEST_CASE("a preset names its levels, and a side-car holds them") {
    TemporaryDirectory directory;
    directory.write("levels.csv", table());
    const auto path =
        directory.write("s.toml", "schema = 1\nextends = \"thrust-l45\"\n[spine]\nlevels = \"levels.csv\"\n");
    const Scenario scenario = load(path.string(), shipped).scenario;
    REQUIRE(scenario.spine.levels.size() == spine_level_count);
    CHECK(scenario.spine.levels[6].facet_area_mm2 == 165.0);
}

TEST_CASE("a hand's way comes from a table, joined by a monotone cubic") {
    TemporaryDirectory directory;
    directory.write("way.csv", "t_s,x_m\n0,0\n0.1,0.004\n0.2,0.006\n");
    const auto path = directory.write(
        "s.toml", "schema = 1\nextends = \"knuckle\"\n[traction]\nkind = \"table\"\ntable = \"way.csv\"\n");
    const Scenario scenario = load(path.string(), shipped).scenario;
    CHECK(scenario.traction.table_position == std::vector<double>{0.0, 0.004, 0.006});
    CHECK(contains(
        report(problems_of([&] { load("knuckle", shipped, std::vector<std::string>{"traction.kind=table"}); })),
        "traction.table: the table needs at least two points"));
}

}  // namespace
}  // namespace synovia::preset::test
