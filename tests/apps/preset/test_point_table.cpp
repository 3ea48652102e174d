#include "apps/preset/point_table.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(const std::string& text) {
    return report(problems_of([&] { parse_point_table(pressure_columns, text, "p.csv"); }));
}

TEST_CASE("time and pressure come in pairs, with either line ending") {
    const PointTable table = parse_point_table(pressure_columns, "t_s,p_pa\n0,101325\n1e-6,-2.5e4\r\n2e-6,0", "p.csv");
    CHECK(table.time == std::vector<double>{0.0, 1e-6, 2e-6});
    CHECK(table.value == std::vector<double>{101325.0, -2.5e4, 0.0});
}

TEST_CASE("every bad line is reported with its number") {
    CHECK(complaint("t_s,p_pa\n0,1\n0,2\n1,2,3\n2\n3,x\nnan,1\n4,inf\n5,1 \n\n6,1\n") ==
          "p.csv:3:1: the time does not come after that of the line before\n"
          "p.csv:4:1: expected two numbers parted by one comma\n"
          "p.csv:5:1: expected two numbers parted by one comma\n"
          "p.csv:6:1: the pressure is not a finite number\n"
          "p.csv:7:1: the time is not a finite number\n"
          "p.csv:8:1: the pressure is not a finite number\n"
          "p.csv:9:1: the pressure is not a finite number\n"
          "p.csv:10:1: expected two numbers parted by one comma\n");
}

TEST_CASE("header, least and greatest number of points are checked") {
    CHECK(contains(complaint("time,pressure\n0,1\n1,2\n"), "p.csv:1:1: expected the header \"t_s,p_pa\""));
    CHECK(contains(complaint("t_s,p_pa\n"), "at least two points"));
    CHECK(contains(complaint("t_s,p_pa\n0,1\n"), "at least two points"));
    std::string text = "t_s,p_pa\n";
    for (std::size_t i = 0; i < most_table_points; ++i) text += std::to_string(i) + ",0\n";
    CHECK(parse_point_table(pressure_columns, text, "p.csv").time.size() == most_table_points);
    CHECK(contains(complaint(text + "10000,0\n"), "p.csv:10002: more than 10000 points"));
}

TEST_CASE("a byte order mark in front of a table is passed over") {
    CHECK(parse_point_table(pressure_columns, "\xef\xbb\xbft_s,p_pa\r\n0,1\r\n1,2\r\n", "p").time.size() == 2);
}

TEST_CASE("empty lines at the end are no rows") {
    for (const std::string end : {"", "\n", "\n\n\n", "\r\n\r\n"})
        CHECK(parse_point_table(pressure_columns, "t_s,p_pa\n0,1\n1,2" + end, "p").time.size() == 2);
}

}  // namespace
}  // namespace synovia::preset::test
