#include "apps/preset/load.hpp"

#include <array>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

Scenario loaded(const std::string& text, std::vector<std::string> overrides = {}) {
    return load_text(text, "t", shipped, overrides).scenario;
}

TEST_CASE("a preset sets what it names and leaves the rest at the defaults of its kind") {
    CHECK(differences(loaded(joint("")), default_scenario(Kind::joint)).empty());
    CHECK(differences(loaded(bubble("")), default_scenario(Kind::bubble)).empty());
    const Scenario s = loaded(joint("[joint]\nmoving_mass_kg = 1\n[gas.co2]\nostwald = 0.5\n"));
    CHECK(s.joint.moving_mass == 1.0);
    CHECK(s.gas.co2.ostwald == 0.5);
    CHECK(differences(s, default_scenario(Kind::joint)) == "joint.moving_mass_kg gas.co2.ostwald ");
}

TEST_CASE("what a preset extends comes first, overrides last, the last of two wins") {
    const std::string text = "schema = 1\nextends = \"knuckle-slow\"\n[simulation]\nduration_s = 2.0\n";
    CHECK(loaded(text).traction.rise_time == 1.0);
    CHECK(loaded(text).simulation.duration == 2.0);
    CHECK(loaded(text, {"simulation.duration_s=0.5", "simulation.duration_s=700ms"}).simulation.duration == 0.7);
}

TEST_CASE("the name is that of the file") {
    const TemporaryDirectory dir;
    CHECK(load("knuckle", shipped).name == "knuckle");
    CHECK(load(dir.write("my one.toml", joint("")).string(), shipped).name == "my one");
}

TEST_CASE("all problems come in one go, each at its place") {
    const auto problems = problems_in(
        "schema = 2\nkind = \"joint\"\n[joint]\nmoving_mas_kg = 1\ndamping = 3\nresting_gap_m = -1e-4\n"
        "articular_radius_m = \"big\"\nligament_cubic_n_m3 = nan\nwall_loss_factor = inf\n[pressure]\nambient_pa = "
        "1e5\n"
        "[bubble]\nnucleus_radius_m = -3e-7\nequation = \"rayleigh\"\n[nonsense]\n[about]\ntitel = \"x\"\n");
    CHECK(report(problems) ==
          "t:1:1: schema: given the number 2, expected schema = 1\n"
          "t:4:1: joint.moving_mas_kg: unknown key (did you mean \"joint.moving_mass_kg\"?)\n"
          "t:5:1: joint.damping: the unit is missing: the key is \"joint.damping_n_s_m\"\n"
          "t:7:1: joint.articular_radius_m: given the text \"big\", expected a number from 0.001 to 0.03 m\n"
          "t:11:1: pressure.ambient_pa: belongs to kind = \"bubble\", and this is a \"joint\"\n"
          "t:14:1: bubble.equation: given the text \"rayleigh\", expected one of \"rayleigh-plesset\", "
          "\"keller-miksis\"\n"
          "t:15:2: nonsense: unknown key\n"
          "t:17:1: about.titel: unknown key (did you mean \"about.title\"?)\n"
          "t:6:1: joint.resting_gap_m: -0.0001 is outside the allowed range 1e-05 to 0.002 m\n"
          "t:9:1: joint.wall_loss_factor: inf is outside the allowed range 0.01 to 3\n"
          "t:8:1: joint.ligament_cubic_n_m3: nan is outside the allowed range 0 to 1e+12 N/m3\n"
          "t:13:1: bubble.nucleus_radius_m: -3e-07 is outside the allowed range 1e-08 to 10 m\n");
}

TEST_CASE("rules between parameters are reported where the value was set") {
    const auto problems = problems_in(joint("[bubble]\nequation = \"keller-miksis\"\n"));
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].line == 4);
    CHECK(contains(problems[0].message, "\"rayleigh-plesset\" only"));
    const std::vector<std::string> overrides{"bubble.nucleus_radius_m=0.2km"};
    const auto from_override = problems_of([&] { load("knuckle", shipped, overrides); });
    CHECK(report(from_override) == "--set: bubble.nucleus_radius_m: 200 is outside the allowed range 1e-08 to 10 m\n");
}

TEST_CASE("what does not make a crack is refused at its place, with the reason") {
    const auto says = [](const std::string& text) { return report(problems_in(text)); };
    CHECK(says(joint("[joint]\npocket_weights = [0.5, 0.3]\n")) ==
          "t:4:1: joint.pocket_weights: the shares add up to 0.8, not to 1\n");
    CHECK(contains(says(joint("[joint]\npocket_weights = [1.5, -0.5]\n")), "t:4:1: joint.pocket_weights: "));
    CHECK(says(joint("[joint]\npockets = 2.5\n")) == "t:4:1: joint.pockets: 2.5 is not a whole number\n");
    const std::string two = "[joint]\npocket_weights = [0.5, 0.5]\n[bubble]\n";
    CHECK(says(joint(two + "firing = \"threshold\"\nfiring_pressures_pa = [-1e4, -2e4, -3e4]\n")) ==
          "t:7:1: bubble.firing_pressures_pa: 3 pressures for 2 pockets: \"threshold\" takes one for each\n");
    CHECK(says(joint(two + "firing = \"threshold\"\nfiring_pressures_pa = [-1e4, 2e5]\n")) ==
          "t:7:1: bubble.firing_pressures_pa: 200000 is not below joint.resting_pressure_pa, 100300\n");
    CHECK(contains(says(joint(two + "firing = \"threshold\"\n")), "bubble.firing_pressures_pa: 0 pressures for 2"));
    CHECK(says(joint(two + "firing = \"rate\"\nstrength_draws = [1, 2, 3]\n")) ==
          "t:7:1: bubble.strength_draws: 3 draws for 2 pockets: \"rate\" takes one for each, or none to draw them\n");
    CHECK(says(bubble("[joint]\npockets = 3\n")) ==
          "t:4:1: joint.pockets: belongs to kind = \"joint\", \"spine\", and this is a \"bubble\"\n");
    CHECK(says(bubble("[bubble]\nshape = \"gap\"\n")) ==
          "t:4:1: bubble.shape: a free bubble has no gap to lie in: \"sphere\" only\n");
    CHECK(contains(says(bubble("[bubble]\nradiation = true\n")), "t:4:1: bubble.radiation: there is no body"));
    CHECK(contains(says(joint("[gas]\nheat = true\nmodel = \"polytropic\"\n")), "t:4:1: gas.heat: needs gas.model"));
}

TEST_CASE("overrides are refused together") {
    const std::vector<std::string> overrides{
        "bubble.nucleus_radius_m=5Pa", "nonsense", "kind=bubble", "=", "gas.mode=species", "pressure.kind=sine",
        "traction.release_time_s=-1"};
    const std::string text = report(problems_of([&] { load("knuckle", shipped, overrides); }));
    CHECK(contains(text, "--set: bubble.nucleus_radius_m: given \"5Pa\""));
    CHECK(contains(text, "--set: nonsense: expected key=value"));
    CHECK(contains(text, "--set: kind: stands in a preset's file and cannot be set"));
    CHECK(contains(text, "--set: unknown key"));
    CHECK(contains(text, "--set: gas.mode: unknown key (did you mean \"gas.model\"?)"));
    CHECK(contains(text, "--set: pressure.kind: belongs to kind = \"bubble\""));
    CHECK(contains(text, "--set: traction.release_time_s: -1 is outside the allowed range 0 to 1000 s"));
}

TEST_CASE("a preset that is not there is named with its nearest") {
    const std::string text = report(problems_of([] { load("knukle", shipped); }));
    CHECK(contains(text, "no preset and no file \"knukle\" (did you mean \"knuckle\"?); shipped: "));
    CHECK(contains(report(problems_of([] { load("", shipped); })), "no preset and no file \"\""));
    CHECK(contains(report(problems_of([] { load("/dev/zero", shipped); })), "device"));
    CHECK(contains(report(problems_of([] { load(".", shipped); })), "directory"));
}

TEST_CASE("an override reads a table from the working directory, or drops it") {
    const TemporaryDirectory dir;
    const auto file = dir.write("q.csv", "t_s,p_pa\n0,1\n5,2\n");
    Scenario s = default_scenario(Kind::bubble);
    apply_override(s, "pressure.table=" + file.string());
    CHECK(s.pressure.table_time == std::vector<double>{0.0, 5.0});
    apply_override(s, "pressure.table=");
    CHECK(s.pressure.table_time.empty());
    CHECK(contains(report(problems_of([&] { apply_override(s, "pressure.table=/none.csv"); })),
                   "/none.csv: no such file"));
}

TEST_CASE("warnings tell of a missing title and a table that is not used") {
    const Loaded bare = load_text(joint(""), "t", {});
    REQUIRE(bare.warnings.size() == 1);
    CHECK(bare.warnings[0].key == "about.title");
    const Loaded unused = load_text(
        bubble("[about]\ntitle = \"x\"\n[pressure]\ntable_time_s = [0, 1]\ntable_pressure_pa = [0, 1]\n"), "t", {});
    REQUIRE(unused.warnings.size() == 1);
    CHECK(unused.warnings[0].key == "pressure.table");
}

TEST_CASE("a file of nothing but mistakes is answered quickly and briefly") {
    std::string text = "schema = 1\nkind = \"joint\"\n[joint]\n";
    for (int i = 0; i < 60'000; ++i) text += "moving_mass_kg" + std::to_string(i) + " = 1\n";
    CHECK(problems_in(text.substr(0, text.rfind('\n', 1'000'000) + 1)).size() == Problems::limit + 1);
    const auto huge_list = problems_in(joint("[joint]\nmoving_mass_kg = [1" + [] {
        std::string numbers;
        for (int i = 0; i < 200'000; ++i) numbers += ",1";
        return numbers;
    }() + "]\n"));
    CHECK(report(huge_list) ==
          "t:4:1: joint.moving_mass_kg: given a list of 200001 numbers, expected a number from 0.001 to 20 kg\n");
}

}  // namespace
}  // namespace synovia::preset::test
