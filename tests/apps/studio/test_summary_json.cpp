#include "apps/studio/summary_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "apps/studio/json_text.hpp"
#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/near.hpp"

using namespace synovia;
using nlohmann::ordered_json;
using synovia::test::near;

namespace {

std::string keys_of(const ordered_json& json) {
    std::string keys;
    for (const auto& [key, value] : json.items()) keys += (keys.empty() ? "" : " ") + key;
    return keys;
}

const std::string joint_keys =
    "outcome min_gap_pressure_pa min_gap_pressure_time_s max_radius_m max_radius_time_s final_radius_m final_gap_m "
    "peak_pressure_pa peak_pressure_time_s peak_level_db_spl audible_peak_pa audible_level_db_spl nucleation_time_s "
    "gas_mol events steps rhs_evaluations rejected_steps wall_time_s warnings";

}  // namespace

TEST_CASE("the keys of a joint are those of the contract, with the summary's values") {
    const Trajectory trajectory = simulate(default_scenario(Kind::joint));
    const Summary summary = summarise(trajectory);
    const ordered_json json = studio::summary_json(trajectory, summary);
    CHECK(keys_of(json) == joint_keys);
    CHECK(json["outcome"] == "popped");
    CHECK(json["min_gap_pressure_pa"] == summary.min_gap_pressure);
    CHECK(json["final_gap_m"] == summary.final_gap);
    CHECK(json["nucleation_time_s"] == *summary.nucleation_time);
    CHECK(json["gas_mol"]["n2"] == summary.gas_mol[1]);
    REQUIRE(json["events"].size() == trajectory.events.size());
    CHECK(keys_of(json["events"][0]) == "kind time_s radius_m wall_velocity_m_s");
    CHECK(json["events"][0]["kind"] == "nucleation");
    CHECK(json["events"][0]["time_s"] == trajectory.events[0].time);
}

TEST_CASE("a joint with pockets lists them, and its events say in which they happened") {
    Scenario scenario;
    scenario.joint.pockets = 2.0;
    scenario.joint.pocket_weights = {0.3, 0.7};
    scenario.bubble.shape = BubbleShape::gap;
    scenario.bubble.firing = Firing::threshold;
    scenario.bubble.firing_pressures = {-50e3, -5e6};  // the second never
    const Trajectory trajectory = simulate(scenario);
    const Summary summary = summarise(trajectory);
    const ordered_json json = studio::summary_json(trajectory, summary);
    CHECK(keys_of(json) == joint_keys + " pockets");
    REQUIRE(json["pockets"].size() == 2);
    CHECK(keys_of(json["pockets"][0]) ==
          "share firing_time_s min_gap_pressure_pa min_gap_pressure_time_s max_radius_m final_radius_m");
    CHECK(json["pockets"][0]["share"] == 0.3);
    CHECK(json["pockets"][1]["firing_time_s"].is_null());
    // two searches for one flat maximum
    CHECK(json["pockets"][0]["max_radius_m"].get<double>() == near(summary.max_radius, 1e-9));
    const ordered_json& fired = json["events"][0];
    CHECK(keys_of(fired) == "kind time_s radius_m nucleus_pressure_pa pocket");
    CHECK(fired["kind"] == "firing");
    CHECK(fired["pocket"] == 1);
    CHECK(fired["time_s"] == json["pockets"][0]["firing_time_s"]);
    CHECK(fired["nucleus_pressure_pa"].get<double>() == near(-50e3, 1e-6));
    for (const ordered_json& event : json["events"]) CHECK(event.contains("pocket") == (event["kind"] != "separation"));
}

TEST_CASE("a free bubble has three keys more and no gap") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    const ordered_json json = studio::summary_json(trajectory, summarise(trajectory));
    CHECK(keys_of(json) == joint_keys + " min_radius_m min_radius_time_s max_wall_speed_m_s");
    CHECK(json["final_gap_m"].is_null());
    CHECK(json["nucleation_time_s"].is_null());
    CHECK(json["warnings"].empty());
}

TEST_CASE("what the model cannot vouch for is said") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    Summary summary = summarise(trajectory);
    summary.warnings = {{Limit::speed_of_sound, "too fast"}, {Limit::continuum, "too small"}};
    CHECK(studio::summary_json(trajectory, summary)["warnings"] == ordered_json{"too fast", "too small"});
}

TEST_CASE("silence has no level: null, never a word JSON does not know") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));  // at rest
    const Summary summary = summarise(trajectory);
    REQUIRE(summary.peak_pressure == 0.0);
    const auto json = nlohmann::json::parse(studio::json_text(studio::summary_json(trajectory, summary)));
    CHECK(json["peak_level_db_spl"].is_null());
}

TEST_CASE("every key is documented, in its order, and nothing else is") {
    const Trajectory bubble = simulate(default_scenario(Kind::bubble)), spine = simulate(default_scenario(Kind::spine));
    std::string documented;
    for (const studio::KeyText& key : studio::summary_keys())
        if (key.key != "pockets") documented.append(documented.empty() ? "" : " ").append(key.key);
    const std::string spine_keys = keys_of(studio::summary_json(spine, summarise(spine)));
    REQUIRE(spine_keys.starts_with(joint_keys));
    CHECK(documented ==
          keys_of(studio::summary_json(bubble, summarise(bubble))) + spine_keys.substr(joint_keys.size()));
}
