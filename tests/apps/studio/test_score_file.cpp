#include "apps/studio/score_file.hpp"

#include <nlohmann/json.hpp>

#include "apps/preset/problem.hpp"
#include "apps/studio/score_text.hpp"
#include "tests/apps/studio/score_support.hpp"

using namespace synovia;
using namespace synovia::studio;
using studio::test::small_score;
using synovia::test::contains;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

std::string small_journal() {
    const Score score = small_score();
    std::string text = journal_head(score) + journal_line(score.patches[0]);
    for (const ScoreEvent& event : score.events) text += journal_line(event);
    return text + journal_line(score.frames);
}

}  // namespace

TEST_CASE("a score goes through JSON and stays what it is") {
    const Workplace place;
    const Score score = small_score();
    write_file(place / "score.json", to_text(score));
    const Score again = read_score(place / "score.json");
    CHECK(to_text(again) == to_text(score));
    CHECK_FALSE(again.broken_off);
    CHECK(std::get<HandEvent>(again.events[3].what).position == 1e-3 / 3.0);
}

TEST_CASE("a journal gives the same score, and says that it broke off") {
    const Workplace place;
    write_file(place / "journal", small_journal());
    const Score again = read_score(place / "journal");
    CHECK(to_text(again) == to_text(small_score()));
    CHECK(again.broken_off);
}

TEST_CASE("a journal that is cut off anywhere is read as far as its whole lines go") {
    const Workplace place;
    const std::string journal = small_journal(), head = journal_head({});
    for (std::size_t length = head.size(); length < journal.size(); length += 7) {
        CAPTURE(length);
        write_file(place / "cut", journal.substr(0, length));
        const Score score = read_score(place / "cut");
        const auto lines = std::count(journal.begin(), journal.begin() + static_cast<std::ptrdiff_t>(length), '\n');
        CHECK(score.patches.size() + score.events.size() == static_cast<std::size_t>(lines - 1));
        CHECK(score.frames == (score.events.empty() ? 0 : score.events.back().frame));
    }
}

TEST_CASE("a line of a journal that is wrong is named") {
    const Workplace place;
    write_file(place / "bad", journal_head({}) + "{\"frames\":3}\nnonsense\n{\"frames\":4}\n");
    try {
        read_score(place / "bad");
        FAIL("it was read");
    } catch (const preset::Error& error) {
        CHECK(contains(error.what(), "line 3"));
    }
}

TEST_CASE("values within values without end are refused, as score and as journal") {
    const Workplace place;
    const std::string deep(100'000, '[');
    for (const std::string& text : {deep, journal_head({}) + deep + "\n"}) {
        write_file(place / "deep", text);
        try {
            read_score(place / "deep");
            FAIL("it was read");
        } catch (const preset::Error& error) {
            CHECK(contains(error.what(), "nested deeper than 64 brackets"));
        }
    }
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
    CHECK(contains(refusal([](auto& j) { j["sample_rate_hz"] = 44100.5; }), "sample_rate_hz must be a whole number"));
    CHECK(contains(refusal([](auto& j) { j["patches"][0]["name"] = "\x1b[2J"; }), "patches[0]: name is no plain name"));
    CHECK(contains(refusal([](auto& j) { j["events"][0]["left"] = nullptr; }), "events[0]: left must be a list"));
    CHECK(contains(refusal([](auto& j) { j["frames"] = -1; }), "frames"));
    CHECK(contains(refusal([](auto& j) { j["events"][1]["kind"] = "song"; }), "events[1]: unknown kind \"song\""));
    CHECK(contains(refusal([](auto& j) { j["events"][0]["velocity"] = 7; }), "events[0]: velocity"));
    CHECK(contains(refusal([](auto& j) { j["events"][0]["patch"] = 99; }), "events[0]: patch"));
    CHECK(contains(refusal([](auto& j) { j["events"][0].erase("take"); }), "events[0]"));
    CHECK(contains(refusal([](auto& j) { j["patches"][0]["scenario"]["fluid.density_kg_m3"] = -1; }), "fluid.density"));
    CHECK(contains(refusal([](auto& j) { j["events"][2]["left"][0]["gas_mol"][1] = -1e-9; }), "events[2]: gas_mol"));
    CHECK(contains(refusal([](auto& j) { j["events"][2]["left"][0]["layer_age_s"] = 0; }), "events[2]: layer_age_s"));
    CHECK(contains(refusal([](auto& j) { j["events"][2]["left"] = 3e-4; }), "events[2]"));
    CHECK(contains(refusal([](auto& j) { j["events"][3]["rise_time_s"] = 0; }), "events[3]: rise_time_s"));
    CHECK(contains(refusal([](auto& j) { j["events"][1]["frame"] = 99; }), "events[1]: begins before"));
    CHECK(contains(refusal([](auto& j) { j["events"][4]["frame"] = 1ULL << 32U; }), "events[4]: frame must be below"));
    CHECK(contains(refusal([](auto& j) { j["frames"] = 1ULL << 32U; }), "frames must be below"));
    CHECK(contains(refusal([](auto& j) { j["schema"] = 2; }), "bad.json:1:2: schema: given 2; this version reads 1"));
    CHECK(contains(refusal([](auto& j) { j["schema"] = 1.5; }), "schema: given 1.5; this version reads 1"));
    CHECK(contains(refusal([](auto& j) { j["schema"] = "x"; }), "schema: given \"x\"; this version reads 1"));
    CHECK(refusal([](auto& j) { j.erase("schema"); }) == "no error");
    CHECK(contains(refusal([](auto& j) { j.erase("patches"); }), "bad.json: patches: "));
    CHECK(contains(refusal([](auto& j) { j["events"] = 3; }), "bad.json: events: is not a list"));
    CHECK(contains(refusal([](auto& j) { j["sample_rate_hz"] = 3; }), "between 44100 and 384000"));
    CHECK(contains(refusal([](auto& j) { j = 3; }), "bad.json"));
    auto wrong = good;
    wrong["patches"][0]["scenario"]["fluid.density_kg_m3"] = -1;
    const std::string text = wrong.dump();
    CHECK(
        contains(refusal([&](auto& j) { j = wrong; }),
                 "bad.json patches[0]:1:" + std::to_string(1 + text.find("\"fluid.density_kg_m3\":-1")) + ": fluid."));
    write_file(place / "bad.json", "{");
    CHECK_THROWS_AS(read_score(place / "bad.json"), preset::Error);
    CHECK_THROWS_AS(read_score(place / "missing.json"), preset::Error);
}

TEST_CASE("gas that an older score told as one radius is not silently lost") {
    const Workplace place;
    for (const char* key : {"0", "null", "3e-4"}) {
        CAPTURE(key);
        std::string text = journal_head({}) + journal_line(small_score().patches[0]);
        text += R"({"event":{"kind":"pop","frame":5,"patch":0,"take":1,"velocity":0.5,"residual_radius_m":)" +
                std::string(key) + "}}\n";
        write_file(place / "old", text);
        std::string message;
        try {
            const std::size_t events = read_score(place / "old").events.size();
            CHECK(events == 1);
        } catch (const preset::Error& error) {
            message = error.what();
        }
        CHECK(message.empty() == (std::string(key) != "3e-4"));
        if (!message.empty()) CHECK(contains(message, "events[0]: residual_radius_m is how an older synovia"));
    }
}

TEST_CASE("a score says with how many ears it was heard; an old one with one") {
    const Workplace place;
    Score score = small_score();
    score.listening = audio::Listening::stereo;
    write_file(place / "score.json", to_text(score));
    CHECK(read_score(place / "score.json").listening == audio::Listening::stereo);
    CHECK(read_score(place / "score.json").patches[0].listening == audio::Listening::stereo);
    nlohmann::json json = nlohmann::json::parse(to_text(score));
    json.erase("listener");
    write_file(place / "old.json", json.dump());
    CHECK(read_score(place / "old.json").listening == audio::Listening::mono);
    json["listener"] = "three";
    write_file(place / "bad.json", json.dump());
    CHECK_THROWS_WITH_AS(read_score(place / "bad.json"),
                         doctest::Contains("listener: listener \"three\" is none of: mono, stereo"), preset::Error);
}

TEST_CASE("more at once than can be played is refused before anything is made of it, with file and event") {
    const Workplace place;
    const auto refused = [&](std::size_t pops, std::uint64_t apart) {
        Score score = small_score();
        score.frames = 48'000;
        score.events.clear();
        for (std::size_t i = 0; i < pops; ++i) score.events.push_back({100 + apart * i, PopEvent{0, {i + 1, 0.7, {}}}});
        write_file(place / "score.json", to_text(score));
        try {
            read_score(place / "score.json");
            return std::string();
        } catch (const preset::Error& error) {
            return std::string(error.what());
        }
    };
    CHECK(refused(32, 0).empty());
    CHECK(contains(refused(200, 0), "score.json: events[32]: begins with more others in the same frame"));
    // 128 pops within 240 frames: one in each frame is too many, one in every second is not.
    CHECK(contains(refused(200, 1), "score.json: events[128]: begins with more others within a few milliseconds"));
    CHECK(refused(200, 2).empty());
}
