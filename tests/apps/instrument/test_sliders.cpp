#include "apps/instrument/sliders.hpp"

#include "apps/preset/library.hpp"
#include "apps/preset/load.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::instrument;
using namespace synovia::studio;
using synovia::instrument::test::near;

TEST_CASE("a slider goes from a tenth to ten times the preset, which is its middle") {
    const std::vector<Slider> all = sliders(default_scenario(Kind::joint));
    REQUIRE(all.size() == 12);
    const Slider& rise = all[0];
    CHECK(rise.parameter->key == "traction.rise_time_s");
    CHECK(rise.low == near(0.015, 1e-12));
    CHECK(rise.high == near(1.5, 1e-12));
    CHECK(rise.share(0.15) == near(0.5, 1e-12));
    CHECK(rise.value(0.0) == rise.low);
    CHECK(rise.value(1.0) == rise.high);
    CHECK(rise.share(rise.value(0.3)) == near(0.3, 1e-12));
    CHECK(rise.share(1e9) == 1.0);
    CHECK(rise.share(1e-9) == 0.0);
}

TEST_CASE("every value of every slider of every preset is one the model takes") {
    const auto dirs = preset::search_dirs();
    for (const std::string& name : preset::shipped_names(dirs)) {
        CAPTURE(name);
        const Scenario scenario = preset::load(name, dirs).scenario;
        const std::vector<Slider> all = sliders(scenario);
        CHECK(all.size() >= 3);
        for (const Slider& slider : all) {
            CAPTURE(slider.parameter->key);
            CHECK(applies(*slider.parameter, scenario.kind));
            CHECK(slider.low < slider.high);
            for (const double share : {0.0, 0.37, 1.0}) {
                Scenario moved = scenario;
                set_number(moved, *slider.parameter, slider.value(share));
                CHECK(validate(moved).empty());
            }
        }
    }
}

TEST_CASE("labels are what the key says, without its unit") {
    const std::vector<Slider> all = sliders(default_scenario(Kind::joint));
    CHECK(all[0].label() == "rise time");
    CHECK(all[1].label() == "distance");
    CHECK(all[5].label() == "wall compliance");
    CHECK(all[6].label() == "wall loss factor");
    CHECK(all[9].label() == "refill resistance");
    CHECK(all[11].label() == "listener distance");
}

TEST_CASE("a joint pulled by a force has a slider for it") {
    Scenario scenario = default_scenario(Kind::joint);
    scenario.traction.kind = TractionKind::force;
    scenario.traction.force = 50.0;
    CHECK(sliders(scenario)[1].parameter->key == "traction.force_n");
}
