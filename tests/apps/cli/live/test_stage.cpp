#include "apps/cli/live/stage.hpp"

#include <thread>

#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using namespace synovia::instrument;
using namespace synovia::instrument::test;

TEST_CASE("a stage keeps time, plays what was ordered to its end and then stops the card") {
    std::vector<std::string> lines;
    Session session({}, load_preset({}, "knuckle"), [&](const std::string& line) { lines.push_back(line); });
    cli::LiveOptions options;
    options.device = null_device;
    Card card(options);
    {
        Stage stage(session, card);
        stage.turn();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        const double passed = stage.turn();
        CHECK(passed >= 0.02);
        session.trigger(0.7);
        CHECK(session.sounding());
        stage.play_out();
        CHECK_FALSE(session.sounding());
    }
    const auto frames = session.meter().last().frames;
    CHECK(frames > 15'000);  // a third of a second of pop
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    session.tick(0.0);
    CHECK(session.meter().last().frames == frames);
}
