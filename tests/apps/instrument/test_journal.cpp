#include "apps/instrument/journal.hpp"

#include "apps/studio/file_error.hpp"
#include "apps/studio/score_file.hpp"
#include "apps/studio/score_text.hpp"
#include "tests/apps/instrument/full_disk.hpp"
#include "tests/apps/studio/score_support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;
using synovia::studio::test::small_score;
using synovia::test::read_file;
using synovia::test::Workplace;

TEST_CASE("a journal holds at any moment what was played so far") {
    const Workplace place;
    const Score whole = small_score();
    Score score;
    Journal journal(place / "a.json", score, false);
    CHECK(place.files() == "a.json.part");
    CHECK(read_score(place / "a.json.part").events.empty());
    score.patches = whole.patches;
    for (const ScoreEvent& event : whole.events) {
        score.events.push_back(event);
        score.frames = event.frame;
        journal.keep_up(score);
        const Score read = read_score(place / "a.json.part");
        CHECK(to_text(read) == to_text(score));
        CHECK(read.broken_off);
    }
    journal.remove();
    CHECK(place.files().empty());
}

TEST_CASE("how long the sound is by now is noted with every piece of it, and only then") {
    const Workplace place;
    Score score;
    Journal journal(place / "a.json", score, false);
    for (; score.frames < 4800; score.frames += 240)
        for (int again = 0; again < 3; ++again) journal.keep_up(score);
    const std::string text = read_file(journal.part());
    CHECK(std::count(text.begin(), text.end(), '\n') == 1 + 19);  // the head; 240 to 4560
    CHECK(read_score(journal.part()).frames == 4560);
}

TEST_CASE("after a line that does not fit nothing more is written, and what is there can be read") {
    const Workplace place;
    Score score = small_score();
    Journal journal(place / "a.json", score, false);
    journal.keep_up(score);
    const std::string before = to_text(read_score(journal.part()));
    {
        const FullDisk disk(read_file(journal.part()).size() + 10);
        score.events.push_back(score.events[0]);
        CHECK_THROWS_AS(journal.keep_up(score), FileError);
    }
    CHECK_NOTHROW(journal.keep_up(score));
    CHECK(to_text(read_score(journal.part())) == before);
}

TEST_CASE("a journal that cannot be begun leaves nothing") {
    const Workplace place;
    const FullDisk disk(10);
    CHECK_THROWS_AS(Journal(place / "a.json", {}, false), FileError);
    CHECK(place.files().empty());
}
