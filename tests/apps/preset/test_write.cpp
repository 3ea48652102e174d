#include "apps/preset/write.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>

#include "apps/preset/library.hpp"
#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

/// Every number drawn log-uniformly in its range, or at its ends, so that all digits matter; flags and choices too.
Scenario random_scenario(Kind kind, std::mt19937_64& generator) {
    Scenario s = default_scenario(kind);
    std::uniform_real_distribution<double> uniform(0.0, 1.0);
    for (const Parameter& p : parameters()) {
        if (!applies(p, kind)) continue;
        if (const auto* choice = std::get_if<ChoiceAccess>(&p.access))
            choice->set(s, static_cast<int>(generator() % choice->names.size()));
        else if (const auto* flag = std::get_if<MemberAccess<bool>>(&p.access))
            (*flag)(s) = generator() % 2 == 0;
        else if (const auto* list = std::get_if<MemberAccess<std::vector<double>>>(&p.access))
            (*list)(s) = {};
        else if (std::get_if<MemberAccess<std::string>>(&p.access) == nullptr)
            set_number(s, p,
                       p.min > 0.0 ? p.min * std::pow(p.max / p.min, uniform(generator)) : p.max * uniform(generator));
    }
    s.bubble.equation = RadialEquation::rayleigh_plesset;
    s.bubble.shape = BubbleShape::sphere;
    s.bubble.firing = Firing::blake;
    s.joint.pockets = 1.0;
    s.room.reflections = std::floor(s.room.reflections);
    s.room.seed = std::floor(s.room.seed);
    s.listener.distance = 0.5 * uniform(generator) + 0.01;  // in the smallest room
    if (kind == Kind::joint) s.listener.body_facing = uniform(generator);
    if (kind == Kind::joint) s.joint.pocket_weights = {1.0};
    s.bubble.radiation = s.gas.heat = false;
    s.gas.model = kind == Kind::joint ? s.gas.model : GasModel::polytropic;
    if (s.listener.body_radius) s.listener.body_radius = std::min(*s.listener.body_radius, 0.3 * s.listener.distance);
    if (kind == Kind::joint) s.bubble.nucleus_radius = 1e-3 * uniform(generator) + 1e-8;
    return s;
}

void check_round_trip(const Scenario& scenario, const About& about) {
    const std::string toml = to_toml(scenario, about);
    const Loaded from_toml = load_text(toml, "toml", {});
    CHECK(differences(from_toml.scenario, scenario) == "");
    CHECK(from_toml.about.title == about.title);
    CHECK(from_toml.about.shows == about.shows);
    CHECK(from_toml.about.sources == about.sources);
    const nlohmann::ordered_json sidecar{{"about", to_json(about)}, {"scenario", to_json(scenario)}};
    for (const int indent : {-1, 2})
        CHECK(differences(load_text(sidecar.dump(indent), "json", {}).scenario, scenario) == "");
}

TEST_CASE("any scenario survives both formats bit for bit") {
    std::mt19937_64 generator(1);
    const About about{"A \"title\" with \\ and \u00b5", "two\nlines", {"first", "sec'ond"}};
    for (int i = 0; i < 100; ++i) {
        Scenario joint = random_scenario(Kind::joint, generator);
        joint.traction.table = i % 2 == 0 ? "way.csv" : "";
        joint.traction.table_time = {0.0, 0.1, 1.0 / 3.0};
        joint.traction.table_position = {0.0, 1e-3 / 3.0, 5e-324};
        check_round_trip(joint, about);
        Scenario bubble = random_scenario(Kind::bubble, generator);
        bubble.pressure.table = i % 2 == 0 ? "dir/some table.csv" : "";
        bubble.pressure.table_time = {0.0, 0.1, 1.0 / 3.0};
        bubble.pressure.table_pressure = {1e5 / 3.0, -0.0, 5e-324};
        check_round_trip(bubble, about);
    }
}

TEST_CASE("every shipped preset survives both formats") {
    for (const std::string& name : shipped_names(shipped)) {
        CAPTURE(name);
        const Loaded preset = load(name, shipped);
        check_round_trip(preset.scenario, preset.about);
    }
}

TEST_CASE("the largest table stands in a side-car below the size limit") {
    Scenario s = default_scenario(Kind::bubble);
    s.pressure.kind = PressureKind::table;
    for (int i = 0; i < 10'000; ++i) {
        s.pressure.table_time.push_back(1e-9 * std::sqrt(2.0) * i);
        s.pressure.table_pressure.push_back(-101325.0 * std::sin(i));
    }
    const nlohmann::ordered_json sidecar{{"scenario", to_json(s)}};
    CHECK(sidecar.dump(2).size() < 1'048'576);
    check_round_trip(s, {});
}

TEST_CASE("a side-car's scenario is flat, in the order of the parameter table, and of its kind alone") {
    const nlohmann::ordered_json object = to_json(default_scenario(Kind::joint));
    CHECK(object.begin().key() == "kind");
    CHECK(object["kind"] == "joint");
    CHECK(object["gas.co2.ostwald"] == 0.59);
    CHECK(object["bubble.stabilised"] == true);
    CHECK(object["traction.kind"] == "pull");
    CHECK(object["traction.release_time_s"].is_null());
    CHECK_FALSE(object.contains("pressure.kind"));
    CHECK_FALSE(object.contains("pressure.table_time_s"));
    std::size_t applicable = 0;
    for (const Parameter& p : parameters()) applicable += applies(p, Kind::joint) ? 1u : 0u;
    CHECK(object.size() == applicable + 1);
}

TEST_CASE("a written preset says none for what is absent, so that it undoes nothing by accident") {
    const std::string text = to_toml(default_scenario(Kind::joint), {"T", "", {}});
    CHECK(contains(text, "schema = 1\nkind = \"joint\"\n\n[about]\ntitle = \"T\"\n"));
    CHECK(contains(text, "\n[gas.co2]\ndiffusivity_m2_s = 2.5e-09\n"));
    CHECK(contains(text, "\nrelease_time_s = \"none\"\n"));
    CHECK(contains(text, "\nambient_pressure_pa = 101325.0\n"));
}

}  // namespace
}  // namespace synovia::preset::test
