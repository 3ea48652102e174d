#include "apps/studio/score.hpp"

#include <nlohmann/json.hpp>

#include "apps/preset/problem.hpp"
#include "tests/apps/cli/live/support.hpp"
#include "tests/apps/cli/support.hpp"

using namespace synovia;
using namespace synovia::live;
using namespace synovia::live::test;
using cli::test::contains;
using cli::test::Workplace;
using cli::test::write_file;

namespace {

/// Everything an evening may hold: pops, quiet pops, a pull that is let go in the middle, levels, presets.
struct Evening : Rehearsal {
    explicit Evening() {
        play(0.013);
        session.trigger(0.7);
        play(0.1);
        session.trigger(1.0);
        session.level(-3.0);
        play(0.2);
        session.rest();
        session.pull(1.0, 0.12);
        play(0.07);
        for (int i = 0; i < 20; ++i) session.trigger(0.3);
        session.let_go();
        play(0.1);
        session.pull(1.0, 0.005);
        play(0.1);
        session.pull(0.0, 0.005);  // too fast for the equations: the joint is lost
        play(0.2);
        session.set("traction.rise_time_s=60ms");
        session.choose("hip");
        session.trigger(0.9);
        play(0.5);
    }
};

}  // namespace

TEST_CASE("a score that went through JSON gives the very samples that were played") {
    const Workplace place;
    const Evening evening;
    Score score = evening.session.score();
    score.frames = evening.sound.size();
    write_file(place / "evening.json", to_text(score));
    const Score again = read_score(place / "evening.json");
    CHECK(again.frames == score.frames);
    CHECK(std::any_of(again.events.begin(), again.events.end(),
                      [](const ScoreEvent& e) { return std::holds_alternative<LossEvent>(e.what); }));
    const std::vector<float> sound = perform(again);
    REQUIRE(sound.size() == evening.sound.size());
    CHECK(sound == evening.sound);
    CHECK(peak(sound) > 0.2);
}

TEST_CASE("what is wrong in a score is said with its place") {
    const Workplace place;
    const Evening evening;
    const auto good = nlohmann::ordered_json::parse(to_text(evening.session.score()));
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
