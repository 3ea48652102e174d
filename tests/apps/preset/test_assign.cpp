#include "apps/preset/assign.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

const Parameter& parameter(std::string_view key) {
    const Parameter* found = find_parameter(key);
    REQUIRE(found != nullptr);
    return *found;
}

std::string refused(std::string_view key, const RawValue& value) {
    Scenario scenario = default_scenario(Kind::joint);
    const Scenario before = scenario;
    std::string message = assign(scenario, parameter(key), value).value_or("");
    CHECK(differences(scenario, before).empty());
    return message;
}

TEST_CASE("values of the right type are set") {
    Scenario s = default_scenario(Kind::joint);
    CHECK_FALSE(assign(s, parameter("joint.moving_mass_kg"), 0.5));
    CHECK(s.joint.moving_mass == 0.5);
    CHECK_FALSE(assign(s, parameter("bubble.stabilised"), false));
    CHECK_FALSE(s.bubble.stabilised);
    CHECK_FALSE(assign(s, parameter("traction.kind"), std::string("gap")));
    CHECK(s.traction.kind == TractionKind::gap);
    CHECK_FALSE(assign(s, parameter("pressure.table"), std::string("p.csv")));
    CHECK(s.pressure.table == "p.csv");
    CHECK_FALSE(assign(s, parameter("traction.release_time_s"), 0.2));
    CHECK(s.traction.release_time == 0.2);
    CHECK_FALSE(assign(s, parameter("traction.release_time_s"), std::string("none")));
    CHECK_FALSE(s.traction.release_time);
    s.traction.release_time = 0.2;
    CHECK_FALSE(assign(s, parameter("traction.release_time_s"), Absent{}));
    CHECK_FALSE(s.traction.release_time);
}

TEST_CASE("values of the wrong type are refused with what was given and what is allowed") {
    CHECK(refused("joint.moving_mass_kg", std::string("heavy")) ==
          "given the text \"heavy\", expected a number from 0.001 to 20 kg");
    CHECK(refused("joint.moving_mass_kg", true) == "given the truth value true, expected a number from 0.001 to 20 kg");
    CHECK(refused("joint.moving_mass_kg", std::string("none")) ==
          "given the text \"none\", expected a number from 0.001 to 20 kg");
    CHECK(refused("joint.moving_mass_kg", Absent{}) == "given null, expected a number from 0.001 to 20 kg");
    CHECK(refused("joint.moving_mass_kg", std::vector<double>(3)) ==
          "given a list of 3 numbers, expected a number from 0.001 to 20 kg");
    CHECK(refused("traction.release_time_s", std::string("soon")) ==
          "given the text \"soon\", expected a number from 0 to 1000 s or \"none\"");
    CHECK(refused("bubble.stabilised", 1.0) == "given the number 1, expected true or false");
    CHECK(refused("bubble.stabilised", std::string("true")) == "given the text \"true\", expected true or false");
    CHECK(refused("traction.kind", std::string("pulll")) ==
          "given the text \"pulll\", expected one of \"pull\", \"force\", \"gap\", \"table\" (did you mean \"pull\"?)");
    CHECK(refused("traction.kind", 2.0) ==
          "given the number 2, expected one of \"pull\", \"force\", \"gap\", \"table\"");
    CHECK(contains(refused("pressure.table", std::string("a\x01")), "expected a text on one line"));
    CHECK(contains(refused("pressure.table", std::string("a\nb")), "expected a text on one line"));
    CHECK(contains(refused("gas.model", Other{"a table"}), "given a table, expected one of"));
}

TEST_CASE("the command line may add units and write words bare") {
    Scenario s = default_scenario(Kind::joint);
    CHECK_FALSE(assign_text(s, parameter("bubble.nucleus_radius_m"), "0.2um"));
    CHECK(s.bubble.nucleus_radius == 2e-7);
    CHECK_FALSE(assign_text(s, parameter("bubble.stabilised"), "false"));
    CHECK_FALSE(s.bubble.stabilised);
    CHECK_FALSE(assign_text(s, parameter("traction.kind"), "force"));
    CHECK(s.traction.kind == TractionKind::force);
    CHECK_FALSE(assign_text(s, parameter("traction.release_time_s"), "250 ms"));
    CHECK(s.traction.release_time == 0.25);
    CHECK_FALSE(assign_text(s, parameter("traction.release_time_s"), "none"));
    CHECK_FALSE(s.traction.release_time);
    CHECK(contains(assign_text(s, parameter("bubble.nucleus_radius_m"), "5 Pa").value_or(""), "another dimension"));
    CHECK(contains(assign_text(s, parameter("bubble.stabilised"), "yes").value_or(""), "expected true or false"));
    CHECK(contains(assign_text(s, parameter("traction.kind"), "").value_or(""), "expected one of"));
    CHECK(contains(assign_text(s, parameter("joint.moving_mass_kg"), "").value_or(""), "expected a finite number"));
}

TEST_CASE("keys are refused with what may have been meant") {
    CHECK_FALSE(refuse_key("joint.moving_mass_kg", Kind::joint));
    CHECK_FALSE(refuse_key("joint.moving_mass_kg", std::nullopt));
    CHECK(refuse_key("joint.moving_mass", Kind::joint) == "the unit is missing: the key is \"joint.moving_mass_kg\"");
    CHECK(refuse_key("joint.refill_resistance", Kind::joint) ==
          "the unit is missing: the key is \"joint.refill_resistance_pa_s_m3\"");
    for (const char* key : {"schema", "kind", "extends", "about.title", "traction.table_time_s"})
        CHECK(refuse_key(key, Kind::joint) == "stands in a preset's file and cannot be set");
    CHECK(refuse_key("joint.moving_mass_g", Kind::joint) == "unknown key (did you mean \"joint.moving_mass_kg\"?)");
    CHECK(refuse_key("xyz", Kind::joint) == "unknown key");
    CHECK(contains(*refuse_key("joint.moving_mass_kg", Kind::bubble), "belongs to kind = \"joint\""));
    CHECK(contains(*refuse_key("pressure.kind", Kind::joint), "belongs to kind = \"bubble\""));
}

}  // namespace
}  // namespace synovia::preset::test
