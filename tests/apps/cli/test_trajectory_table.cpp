#include "apps/cli/trajectory_table.hpp"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <sstream>
#include <vector>

#include "apps/cli/failure.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"

using namespace synovia;
using cli::trajectory_csv;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

const Trajectory& knuckle() {
    static const Trajectory trajectory = simulate(default_scenario(Kind::joint));
    return trajectory;
}

}  // namespace

TEST_CASE("the columns are those of the contract") {
    CHECK(lines_of(trajectory_csv(knuckle(), {}))[0] ==
          "time_s,gap_m,gap_rate_m_s,capsule_volume_m3,gap_pressure_pa,radius_m,wall_velocity_m_s,bubble_volume_m3,"
          "volume_acceleration_m3_s2,gas_pressure_pa,pressure_pa");
}

TEST_CASE("one row per solver step, and numbers read back exactly") {
    const auto lines = lines_of(trajectory_csv(knuckle(), {}));
    REQUIRE(lines.size() == knuckle().step_times().size() + 1);
    const std::size_t middle = lines.size() / 2;
    const Sample expected = knuckle().at(knuckle().step_times()[middle - 1]);
    std::istringstream row(lines[middle]);
    std::vector<double> values;
    for (std::string cell; std::getline(row, cell, ',');) values.push_back(std::strtod(cell.c_str(), nullptr));
    CHECK(values == std::vector<double>{expected.time, expected.gap, expected.gap_rate, expected.capsule_volume,
                                        expected.gap_pressure, expected.radius, expected.wall_velocity,
                                        expected.bubble_volume, expected.volume_acceleration, expected.gas_pressure,
                                        expected.pressure});
}

TEST_CASE("a sample rate makes uniform rows to the end included") {
    const auto lines = lines_of(trajectory_csv(knuckle(), 1000.0));
    REQUIRE(lines.size() == 402);  // header, 0 to 0.4 s in steps of 1 ms
    CHECK(lines[1].starts_with("0,"));
    CHECK(lines[401].starts_with("0.4,"));
}

TEST_CASE("a joint with pockets has columns for each of them after its own") {
    Scenario scenario;
    scenario.joint.pockets = 2.0;
    scenario.joint.pocket_weights = {0.3, 0.7};
    scenario.bubble.firing = Firing::threshold;
    scenario.bubble.firing_pressures = {-50e3, -90e3};
    const Trajectory run = simulate(scenario);
    const auto lines = lines_of(trajectory_csv(run, 1000.0));
    CHECK(lines[0].ends_with(",pressure_pa,p1_pressure_pa,p1_radius_m,p2_pressure_pa,p2_radius_m"));
    std::vector<PocketSample> pockets(2);
    run.pockets_at(0.1, pockets);
    const auto shown = [](double value) {
        std::array<char, 32> digits{};
        return std::string(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr);
    };
    std::string cells;
    for (const PocketSample& pocket : pockets)
        for (const double value : {pocket.pressure, pocket.radius}) cells.append(1, ',').append(shown(value));
    CHECK(lines[101].ends_with(cells));
}

TEST_CASE("rates that make no table are refused") {
    for (const double rate : {0.0, -1.0, std::nan(""), HUGE_VAL, 1e12})
        CHECK_THROWS_AS(trajectory_csv(knuckle(), rate), cli::Failure);
}

TEST_CASE("a free bubble has columns of its own, and every column says what it is") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    const std::string csv = cli::trajectory_csv(trajectory, {});
    CHECK(
        csv.starts_with("time_s,liquid_pressure_pa,radius_m,wall_velocity_m_s,bubble_volume_m3,"
                        "volume_acceleration_m3_s2,gas_pressure_pa,pressure_pa\n0,"));
    for (const Kind kind : {Kind::joint, Kind::bubble})
        for (const studio::KeyText& column : cli::table_columns(kind)) CHECK_FALSE(column.text.empty());
}
