#include "apps/cli/summary_text.hpp"

#include <algorithm>

#include "apps/studio/human.hpp"
#include "solver/draw.hpp"
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

TEST_CASE("a joint with pockets has a line for each that tore, in that order, and one bubble has none") {
    Scenario scenario = default_scenario(Kind::joint);
    const auto text_of = [](const Trajectory& run) { return cli::summary_text("mine", "", run, summarise(run)); };
    CHECK_FALSE(test::contains(text_of(simulate(scenario)), "pocket"));
    scenario.bubble.shape = BubbleShape::gap;
    scenario.joint.pockets = 3;
    const Trajectory run = simulate(draw_take(draw_joint(scenario, 1), 1));
    const Summary summary = summarise(run);
    const std::string text = text_of(run);
    std::vector<double> times;
    for (std::size_t k = 0; k < 3; ++k) {
        const PocketSummary& pocket = summary.pockets[k];
        const std::string name = "    pocket " + std::to_string(k + 1) + " ";
        CHECK(test::contains(text, name) == pocket.firing_time.has_value());
        if (pocket.firing_time) times.push_back(*pocket.firing_time);
        if (pocket.firing_time) CHECK(test::contains(text, " at " + studio::with_prefix(*pocket.firing_time, "s")));
    }
    REQUIRE(times.size() > 1);
    CHECK(test::contains(text, "pockets that tore       " + std::to_string(times.size()) + " of 3\n"));
    std::ranges::sort(times);
    CHECK(text.find(studio::with_prefix(times[0], "s") + " under -") <
          text.find(studio::with_prefix(times[1], "s") + " under -"));
}

TEST_CASE("the text says what the model cannot vouch for") {
    const Trajectory trajectory = simulate(default_scenario(Kind::bubble));
    Summary summary = summarise(trajectory);
    summary.warnings = {{Limit::speed_of_sound, "too fast"}, {Limit::continuum, "too small"}};
    const std::string text = cli::summary_text("mine", "", trajectory, summary);
    CHECK(test::contains(text, "beyond the model        too fast\n"));
    CHECK(test::contains(text, "beyond the model        too small\n"));
}
