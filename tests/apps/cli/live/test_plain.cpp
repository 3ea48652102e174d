#include "apps/cli/live/plain.hpp"

#include "tests/apps/cli/support.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia::cli;
using namespace synovia::instrument;
using namespace synovia::instrument::test;
using synovia::cli::test::contains;

namespace {

struct Script : Rehearsal {
    Answer operator()(const std::string& line) {
        lines.clear();
        return obey(session, line, [this](const std::string& said) { lines.push_back(said); });
    }
};

}  // namespace

TEST_CASE("commands do what they say, each with one line") {
    Script script;
    CHECK_FALSE(script("trigger").quit);
    CHECK(script.last().starts_with("pop take 1 velocity 0.7 level "));
    script("  trigger   0.9 ");
    CHECK(script.last().starts_with("quiet take 1 velocity 0.9 level "));
    script("rest");
    CHECK(script.last() == "rested");
    script("set traction.rise_time_s=90ms");
    CHECK(script.last() == "set traction.rise_time_s=90ms");
    script("set traction.rise_time_s=90 ms");  // as a slider says it
    CHECK(script.last() == "set traction.rise_time_s=90 ms");
    CHECK(script.session.patch().scenario.traction.rise_time == 0.09);
    script("set joint.damping_n_s_m=6 N s/m");
    CHECK(script.session.patch().scenario.joint.damping == 6.0);
    script("preset hip");
    CHECK(script.last() == "preset hip");
    script("level -6");
    CHECK(script.last() == "level -6 dBFS");
    script("pull 1 200ms");
    CHECK(script.last() == "pull to 1 in 200 ms");
    script("release");
    CHECK(script.last() == "let go");
    script("status");
    CHECK(script.last().starts_with("status preset hip voices 0 peak -inf dBFS"));
    CHECK(script("wait 250ms").wait_s == 0.25);
    CHECK(script("quit").quit);
    script("help");
    CHECK(script.lines.size() == 11);
}

TEST_CASE("nonsense is one line that says why, and changes nothing") {
    Script script;
    const std::vector<std::pair<std::string, std::string>> cases{
        {"triger", "did you mean \"trigger\""},
        {"trigger hard", "hard"},
        {"trigger nan", "nan"},
        {"trigger -0.1", "between 0 and 1"},
        {"trigger 1 2", "no more than 1"},
        {"set", "needs KEY=VALUE"},
        {"set traction.rise_time_s=0", "error: set: traction.rise_time_s"},
        {"set traction.rise_tim_s=1", "error: set: traction.rise_tim_s: unknown key"},
        {"preset ../../etc/passwd", "passwd"},
        {"pull", "needs POSITION"},
        {"pull 1 0", "0.005 to 600 s"},
        {"level 3", "between -60 and -1"},
        {"wait 1e9", "0 to 3600 s"},
        {"\x1b[2J\x07", "unknown command"},
        {std::string(5000, 'x'), "unknown command"},
        {std::string("a\0b", 3), "unknown command"},
    };
    for (const auto& [given, why] : cases) {
        const std::string& line = given;  // clang 14 captures no structured binding
        CAPTURE(line);
        const Answer answer = script(line);
        CHECK_FALSE(answer.quit);
        REQUIRE(script.lines.size() == 1);
        CHECK(script.last().starts_with("error: "));
        CHECK(contains(script.last(), why));
        CHECK(script.last().size() < 500);
        CHECK(script.last().find_first_of("\x1b\x07\n") == std::string::npos);
    }
    CHECK(script("").wait_s == 0.0);
    CHECK(script.lines.empty());
    CHECK(script.session.score().events.empty());
}
