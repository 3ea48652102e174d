// The real program on a terminal, with a card that makes no sound.
#include "apps/cli/live/full_screen.hpp"

#include <nlohmann/json.hpp>

#include "tests/apps/cli/live/pty.hpp"
#include "tests/apps/cli/support.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia::cli;
using namespace synovia::instrument::test;
using synovia::cli::test::contains;
using synovia::cli::test::Pty;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;

namespace {

struct Evening {
    explicit Evening(const std::string& term = "xterm-256color", const std::string& preset = "knuckle")
        : pty((place / "").string(), term,
              {SYNOVIA_PROGRAM, "live", preset, "--device", "null", "--record", "evening.wav"}) {}

    /// Of everything that was played, in its order.
    std::vector<nlohmann::json> events(const std::string& kind) const {
        std::vector<nlohmann::json> result;
        const nlohmann::json whole = score();
        for (const auto& event : whole["events"])
            if (event["kind"] == kind) result.push_back(event);
        return result;
    }
    nlohmann::json score() const { return nlohmann::json::parse(read_file(place / "evening.json")); }
    double furthest_hand() const {
        double furthest = 0.0;
        for (const auto& event : events("hand")) furthest = std::max(furthest, event["position_m"].get<double>());
        return furthest;
    }

    Workplace place;
    Pty pty;
};

}  // namespace

TEST_CASE("keys pop, show what they did, and leave the terminal as it was") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    CHECK(contains(evening.pty.shown(), "knuckle: Knuckle: a brisk pull pops it"));
    CHECK(contains(evening.pty.shown(), "pressure 100 kPa"));
    evening.pty.type("3");
    CHECK(evening.pty.shows("take 1 velocity 0.3"));
    evening.pty.type("r0");
    CHECK(evening.pty.shows("pop take 1 velocity 1 level"));
    evening.pty.type("+");
    CHECK(evening.pty.shows("level -11 dBFS"));
    evening.pty.type("q");
    CHECK(evening.pty.exit_status() == 0);
    // rmcup of xterm, mouse reports and key releases off
    CHECK(contains(evening.pty.shown(), "\033[?1049l"));
    CHECK(contains(evening.pty.shown(), "\033[?1002l"));
    CHECK(contains(evening.pty.shown(), "\033[<u"));
    CHECK(contains(evening.pty.shown(), "wrote evening.wav and evening.json"));
    const auto pops = evening.events("pop");
    CHECK(pops.back()["velocity"] == 1.0);
    CHECK(evening.events("level").front()["level_dbfs"] == -11.0);  // the end fades out
}

TEST_CASE("a space bar that is held pulls and cracks, its release ends the pull") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    evening.pty.type(" ");
    REQUIRE(evening.pty.shows("pop in the hand"));
    evening.pty.watch(0.2);
    evening.pty.type("\033[97;1:3u\033[57358;1:1u");  // other keys go up and down
    evening.pty.watch(0.1);
    evening.pty.type("\033[32;1:3u");  // Kitty's protocol: the space bar goes up
    CHECK(evening.pty.shows("let go"));
    evening.pty.type("q");
    CHECK(evening.pty.exit_status() == 0);
    CHECK(evening.events("grasp").size() == 1);
    CHECK(evening.furthest_hand() == near(6e-3, 1e-9));
    CHECK(evening.events("hand").back()["last"] == true);
    CHECK(evening.events("hand").back()["position_m"] == 0.0);
    CHECK(evening.events("pop").empty());
}

TEST_CASE("a mouse drags the bone") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    CHECK(contains(evening.pty.shown(), "\033[?1002h"));
    // SGR mouse reports: button down at column 11, moves with it held, up. Half of 120 columns is the whole way.
    evening.pty.type("\033[<0;11;10M");
    for (int column = 11; column <= 71; column += 12) {
        evening.pty.type("\033[<32;" + std::to_string(column) + ";10M");
        evening.pty.watch(0.005);
    }
    REQUIRE(evening.pty.shows("pop in the hand"));
    evening.pty.watch(0.2);
    evening.pty.type("\033[<0;71;10m");
    CHECK(evening.pty.shows("let go"));
    evening.pty.type("q");
    CHECK(evening.pty.exit_status() == 0);
    CHECK(evening.furthest_hand() == near(6e-3, 1e-6));
}

TEST_CASE("a mouse report that is cut does not keep the keys from being heard") {
    for (const std::string cut : {"\033[M", "\033[M !", "\033[<0;11;", "\033["}) {
        CAPTURE(cut);
        Evening evening;
        if (!evening.pty.started()) return;
        REQUIRE(evening.pty.shows("nothing in the hand"));
        evening.pty.type(cut);
        evening.pty.watch(0.2);  // the traces still run
        evening.pty.type("+");
        CHECK(evening.pty.shows("level -11 dBFS"));
        evening.pty.type(cut + "\003");
        CHECK(evening.pty.exit_status() == 0);
    }
}

TEST_CASE("who ends the evening does not wait for what was typed before") {
    for (const char* end : {"\003", "q"}) {
        CAPTURE(end);
        Evening evening("xterm-256color", "thrust-l45");
        if (!evening.pty.started()) return;
        REQUIRE(evening.pty.shows("q quit"));
        std::string keys;
        for (int i = 0; i < 300; ++i) keys += "5";
        evening.pty.type(keys);
        REQUIRE(evening.pty.shows("too late are left out"));
        evening.pty.type(end);
        CHECK(evening.pty.exit_status() == 0);
        CHECK(evening.events("pop").size() < 30);
    }
}

TEST_CASE("Ctrl-Z gives the screen back and takes it again, and the card plays on") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    evening.pty.type("\032");  // nobody else is there to stop us for: it goes on at once
    REQUIRE(evening.pty.shows("\033[?1049l"));
    REQUIRE(evening.pty.shows("nothing in the hand"));
    evening.pty.type("7");
    CHECK(evening.pty.shows("pop take 1"));
    evening.pty.type("q");
    CHECK(evening.pty.exit_status() == 0);
    CHECK(evening.events("pop").size() == 1);
}

TEST_CASE("sliders, presets, memory, and keys that mean nothing") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    evening.pty.type("\033OB\033OC");  // down, right
    CHECK(evening.pty.shows("traction.distance_m=6.732 mm"));
    evening.pty.type("\177");
    CHECK(evening.pty.shows("traction.distance_m=6 mm"));
    evening.pty.type("xyz\033\001\002\026\033[5~\033[Z");
    evening.pty.type("f");
    CHECK(evening.pty.shows("remembers its last pop"));
    evening.pty.type("]");
    CHECK(evening.pty.shows("preset lumbar-facet"));
    evening.pty.type("[[7");
    CHECK(evening.pty.shows("pop take 1"));
    evening.pty.type("\003");  // Ctrl-C
    CHECK(evening.pty.exit_status() == 0);
    CHECK(evening.events("pop").size() == 1);
    CHECK(evening.score()["patches"][0]["name"] == "knee");
}

TEST_CASE("the window may change its size, to nothing at all") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    evening.pty.resize(5, 20);
    CHECK(evening.pty.shows("1-9 0 pop"));
    evening.pty.resize(10, 40);
    CHECK(evening.pty.shows("all keys work"));
    evening.pty.type("+");
    CHECK(evening.pty.shows("level -11 dBFS"));
    evening.pty.resize(1, 1);
    evening.pty.watch(0.2);
    evening.pty.resize(24, 80);
    CHECK(evening.pty.shows("nothing in the hand"));
    evening.pty.type("q");
    CHECK(evening.pty.exit_status() == 0);
}

TEST_CASE("a signal ends the evening with the terminal as it was and the recording kept") {
    Evening evening;
    if (!evening.pty.started()) return;
    REQUIRE(evening.pty.shows("nothing in the hand"));
    evening.pty.type("7");
    REQUIRE(evening.pty.shows("pop take 1"));
    evening.pty.signal(SIGTERM);
    CHECK(evening.pty.exit_status() == 0);
    CHECK(contains(evening.pty.shown(), "\033[?1049l"));
    CHECK(evening.place.files() == "evening.json evening.wav");
}

TEST_CASE("a terminal that cannot show it is told so, before anything sounds or is written") {
    for (const char* term : {"dumb", "no-such-terminal"}) {
        CAPTURE(term);
        Evening evening(term);
        if (!evening.pty.started()) return;
        CHECK(evening.pty.exit_status() == 2);
        CHECK(contains(evening.pty.shown(), "(TERM)"));
        CHECK(contains(evening.pty.shown(), "--plain"));
        CHECK(evening.place.files().empty());
    }
}

TEST_CASE("a count of gaps takes the place of the one before it") {
    Messages messages;
    for (const char* line : {"gaps in the pull: 1, together 1 ms", "pop", "gaps in the recording: 1", "pop",
                             "gaps in the pull: 3, together 2 ms"})
        messages.add(line);
    CHECK(std::vector<std::string>(messages.lines().begin(), messages.lines().end()) ==
          std::vector<std::string>{"pop", "gaps in the recording: 1", "pop", "gaps in the pull: 3, together 2 ms"});
}

TEST_CASE("messages are kept to a few dozen") {
    Messages messages;
    for (int i = 0; i < 1000; ++i) messages.add(std::to_string(i));
    CHECK(messages.lines().size() == 50);
    CHECK(messages.lines().back() == "999");
}
