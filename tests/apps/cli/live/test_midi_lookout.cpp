#include "apps/cli/live/midi_lookout.hpp"

#include "tests/apps/cli/live/midi/fake_system.hpp"
#include "tests/apps/instrument/support.hpp"

using namespace synovia::cli;
using namespace synovia::instrument;
using synovia::cli::test::eventually, synovia::cli::test::FakeDesk;

namespace {

bool everything(const ListedPort&) { return true; }

/// A lookout and all its lines.
struct Watched {
    explicit Watched(const MidiSystemMaker& make) : lookout(make, everything, std::make_shared<Doorbell>()) {
        lookout.wait_for_first_look();
    }
    bool says(const std::string& line) {
        for (MidiNews& news : lookout.news()) lines.push_back(news.line);
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    }

    std::vector<std::string> lines;
    MidiLookout lookout;
};

}  // namespace

TEST_CASE("the first look opens what is there, later ones what has come") {
    FakeDesk desk;
    desk.plug("one");
    Watched watched(desk.maker());
    CHECK(watched.says("MIDI port one is there"));
    CHECK(desk.opened("one"));
    desk.plug("two");
    CHECK(eventually([&] { return watched.says("MIDI port two is there"); }));
    CHECK(desk.opened("two"));
    CHECK(watched.lookout.listed().size() == 2);
    CHECK(watched.lines.size() == 2);
}

TEST_CASE("a port that goes is closed, and opened anew when it comes back") {
    FakeDesk desk;
    desk.plug("one");
    Watched watched(desk.maker());
    const auto before = desk.opened("one");
    desk.unplug("one");
    CHECK(eventually([&] { return watched.says("MIDI port one is gone"); }));
    CHECK(eventually([&] { return !desk.opened("one"); }));
    desk.plug("one");
    CHECK(eventually([&] { return desk.opened("one") != nullptr; }));
    CHECK(desk.opened("one") != before);
}

TEST_CASE("a port that cannot be opened is tried once, and once more when it has been away") {
    FakeDesk desk;
    desk.refuse("broken");
    desk.plug("broken");
    Watched watched(desk.maker());
    CHECK(watched.says("MIDI port broken cannot be opened"));
    desk.plug("one");
    CHECK(eventually([&] { return watched.says("MIDI port one is there"); }));
    CHECK(desk.tries() == 2);
    desk.unplug("broken");
    CHECK(eventually([&] { return watched.lookout.listed().size() == 1; }));
    desk.plug("broken");
    CHECK(eventually([&] { return desk.tries() == 3; }));
}

TEST_CASE("a system that is lost closes its ports, says why, and is not asked again") {
    FakeDesk desk;
    desk.plug("one");
    Watched watched(desk.maker());
    desk.dead = true;
    CHECK(eventually([&] { return watched.says("the desk has burnt down"); }));
    CHECK(watched.says("MIDI port one is gone"));
    CHECK_FALSE(desk.opened("one"));
    desk.dead = false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1200));  // more than two looks
    CHECK_FALSE(desk.opened("one"));
}

TEST_CASE("a system that is not there is no trouble") {
    Watched watched([]() -> std::unique_ptr<MidiSystem> { throw MidiError("no such thing"); });
    CHECK(watched.lookout.listed().empty());
    CHECK_FALSE(watched.says("no such thing"));
}

TEST_CASE("a system that hangs holds up neither the first look nor the end") {
    const auto desk = std::make_shared<FakeDesk>();
    desk->hangs = true;
    const auto start = std::chrono::steady_clock::now();
    {
        const Watched watched([desk] { return desk->maker()(); });
        CHECK(watched.lookout.listed().empty());
    }
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
    desk->hangs = false;
    CHECK(eventually([&] { return desk.use_count() == 1; }));  // the thread that was left behind has ended
}
