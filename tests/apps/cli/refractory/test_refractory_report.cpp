#include "apps/cli/refractory/refractory_report.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/apps/support.hpp"

using namespace synovia;
using test::contains;

namespace {

const Refractory graded{{{0.0, 3e-4, 20.0, -70.0}, {1800.0, 0.0, 90.0, 0.0}}, 90.0, 1230.0, Outcome::popped, 0.4};
const Refractory silent{{}, 10.0, 0.0, Outcome::no_nucleation, 0.4};

}  // namespace

TEST_CASE("a row a rest, and when the joint is as it was") {
    const std::string text = cli::refractory_text("knuckle", graded);
    CHECK(contains(text, "knuckle: pulled again after a rest; the first pull gives 90.0 dB SPL peak\n"));
    CHECK(contains(text, "  0 min         300 um            20.0 dB SPL         -70.0 dB\n"));
    CHECK(contains(text, "  30 min        gone              90.0 dB SPL         0.0 dB\n"));
    CHECK(text.ends_with("  the last bubble is gone after 20.5 min\n"));
    CHECK(contains(cli::refractory_text("slow", silent), "slow: the first pull does not pop"));
    Refractory week = graded;
    week.period = longest_rest;
    CHECK(cli::refractory_text("knuckle", week).ends_with("  a bubble is left after a week\n"));
    CHECK(cli::refractory_json("knuckle", week)["period_min"].is_null());
}

TEST_CASE("the keys are those of the contract, each documented") {
    const auto json = cli::refractory_json("knuckle", graded);
    CHECK(json["period_min"] == 20.5);
    CHECK(json["rows"].size() == 2);
    CHECK(json["rows"][1]["rest_min"] == 30.0);
    CHECK(json["rows"][0]["residual_radius_m"] == 3e-4);
    CHECK(json["rows"][0]["level_db_spl"] == 20.0);
    CHECK(json["rows"][0]["relative_db"] == -70.0);
    std::string keys, documented;
    for (const auto& [key, value] : json.items()) {
        keys += key + " ";
        if (key == "rows")
            for (const auto& [inner, number] : value[0].items()) keys += inner + " ";
    }
    for (const studio::KeyText& key : cli::refractory_keys()) documented.append(key.key).append(" ");
    CHECK(keys == documented);
    const auto nothing = cli::refractory_json("slow", silent);
    CHECK(nothing["rows"].empty());
    CHECK(nothing["period_min"].is_null());
    CHECK(nothing["first_level_db_spl"].is_null());
}
