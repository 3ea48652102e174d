#include "apps/studio/score_text.hpp"

#include <nlohmann/json.hpp>

#include "tests/apps/studio/score_support.hpp"

using namespace synovia::studio;
using nlohmann::json;

TEST_CASE("a score as text: what made it, its patches, its events in their order") {
    const json score = json::parse(to_text(test::small_score()));
    CHECK(score["schema"] == 1);
    CHECK(score["program"] == "synovia");
    CHECK(score["frames"] == 4800);
    CHECK(score["listener"] == "mono");
    CHECK(score["patches"].size() == 1);
    CHECK(score["events"].size() == 5);
    CHECK(score["events"][2] == json{{"frame", 300}, {"kind", "grasp"}, {"patch", 0}, {"residual_radius_m", 2e-4}});
    CHECK(score["events"][3]["position_m"].get<double>() == 1e-3 / 3.0);
}

TEST_CASE("a journal has a line for each thing that comes, the same as the score has") {
    Score small = test::small_score();
    small.sample_rate_hz = 44100;
    small.listening = synovia::audio::Listening::stereo;
    const json score = json::parse(to_text(small));
    const json head = json::parse(journal_head(small));
    CHECK(head["schema"] == 1);
    CHECK(head["sample_rate_hz"] == 44100);
    CHECK(head["listener"] == "stereo");
    CHECK(json::parse(journal_line(small.patches[0])) == json{{"patch", score["patches"][0]}});
    CHECK(json::parse(journal_line(small.events[3])) == json{{"event", score["events"][3]}});
    CHECK(journal_line(4800) == "{\"frames\":4800}\n");
    for (const std::string& line : {journal_line(small.patches[0]), journal_line(small.events[0])})
        CHECK(line.find('\n') == line.size() - 1);
}
