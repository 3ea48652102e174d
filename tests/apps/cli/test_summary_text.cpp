#include "apps/cli/summary_text.hpp"

#include "solver/parameters.hpp"
#include "solver/simulate.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;

TEST_CASE("the text tells outcome and reason in units people use") {
    Scenario scenario = default_scenario(Kind::joint);
    const Trajectory loud = simulate(scenario);
    const std::string text = cli::summary_text("mine", "It shows.", loud, summarise(loud));
    CHECK(text.starts_with("mine: popped\n  It shows.\n  lowest"));
    CHECK(test::contains(text, "-119.8 kPa at 68.29 ms"));
    CHECK(test::contains(text, "89.8 dB SPL peak"));
    scenario.traction.rise_time = 1.0;
    scenario.simulation.duration = 1.5;
    const Trajectory silent = simulate(scenario);
    CHECK(test::contains(cli::summary_text("mine", "", silent, summarise(silent)), "why no pop"));
}

TEST_CASE("the text says what the model cannot vouch for") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    Summary summary = summarise(trajectory);
    summary.warnings = {{Limit::speed_of_sound, "too fast"}, {Limit::continuum, "too small"}};
    const std::string text = cli::summary_text("mine", "", trajectory, summary);
    CHECK(test::contains(text, "beyond the model        too fast\n"));
    CHECK(test::contains(text, "beyond the model        too small\n"));
}
