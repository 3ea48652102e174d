#include "apps/studio/score.hpp"

#include <nlohmann/json.hpp>

#include "apps/preset/problem.hpp"
#include "tests/apps/studio/support.hpp"
#include "tests/apps/support.hpp"

using namespace synovia;
using namespace synovia::studio;
using namespace synovia::test;
using studio::test::knuckle;
using synovia::test::contains;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

/// One event of each kind.
Score small_score() {
    Score score;
    score.frames = 4800;
    score.patches.push_back(knuckle());
    score.events = {{100, PopEvent{0, {1, 0.7, {}}}},
                    {200, LevelEvent{-3.0}},
                    {ScoreEvent::never, GraspEvent{0, 2e-4}},
                    {300, HandEvent{1e-3 / 3.0, 0.1, false}},
                    {540, LossEvent{}},
                    {ScoreEvent::never, PopEvent{0, {2, 0.7, {}}}}};
    return score;
}

}  // namespace

TEST_CASE("a score goes through JSON and stays what it is; what never began is left out") {
    const Workplace place;
    const Score score = small_score();
    write_file(place / "score.json", to_text(score));
    const Score again = read_score(place / "score.json");
    CHECK(to_text(again) == to_text(score));
    CHECK(again.events.size() == 5);
    CHECK(std::get<HandEvent>(again.events[3].what).position == 1e-3 / 3.0);
}

TEST_CASE("what is wrong in a score is said with its place") {
    const Workplace place;
    const auto good = nlohmann::ordered_json::parse(to_text(small_score()));
    const auto refusal = [&](auto&& spoil) {
        auto json = good;
        spoil(json);
        write_file(place / "bad.json", json.dump());
        try {
            read_score(place / "bad.json");
        } catch (const preset::Error& error) {
            return std::string(error.what());
        }
        return std::string("no error");
    };
    CHECK(contains(refusal([](auto& j) { j["sample_rate_hz"] = 3; }), "sample_rate_hz"));
    CHECK(contains(refusal([](auto& j) { j["frames"] = -1; }), "frames"));
    CHECK(contains(refusal([](auto& j) { j["events"][1]["kind"] = "song"; }), "events[1]: unknown kind \"song\""));
    CHECK(contains(refusal([](auto& j) { j["events"][0]["velocity"] = 7; }), "events[0]: velocity"));
    CHECK(contains(refusal([](auto& j) { j["events"][0]["patch"] = 99; }), "events[0]: patch"));
    CHECK(contains(refusal([](auto& j) { j["events"][0].erase("take"); }), "events[0]"));
    CHECK(contains(refusal([](auto& j) { j["patches"][0]["scenario"]["fluid.density_kg_m3"] = -1; }), "fluid.density"));
    CHECK(contains(refusal([](auto& j) { j = 3; }), "bad.json"));
    write_file(place / "bad.json", "{");
    CHECK_THROWS_AS(read_score(place / "bad.json"), preset::Error);
    CHECK_THROWS_AS(read_score(place / "missing.json"), preset::Error);
}
