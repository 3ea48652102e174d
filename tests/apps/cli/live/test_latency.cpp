#include "apps/cli/live/latency.hpp"

#include "tests/apps/cli/support.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia;
using namespace synovia::cli;
using namespace synovia::instrument;
using synovia::cli::test::contains;

TEST_CASE("each trigger is timed, and no latency is shorter than the limiter's look-ahead") {
    SessionSettings settings;
    settings.share = 0.0;
    settings.refractory = false;
    Session session(settings, load_preset(settings, settings.preset), [](const std::string&) {});
    cli::LiveOptions options;
    options.device = null_device;
    Card card(options);
    Stage stage(session, card);
    const LatencyFigures figures = measure_latency(stage, 5);
    CHECK(figures.triggers == 5);
    CHECK(figures.mean_s >= 63.0 / 48000.0);
    CHECK(figures.worst_s >= figures.mean_s);
    CHECK(figures.worst_frames == std::lround(figures.worst_s * 48000.0));
    CHECK(session.score().events.size() == 5);
    const std::string text = latency_text({0.004, 0.0071, 341, 100}, card);
    CHECK(contains(text, "mean 4 ms, worst 7.1 ms (341 frames) of 100"));
    CHECK(contains(text, "with 256 frames per buffer at 48000 Hz"));
}
