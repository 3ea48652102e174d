// What ports send is played; then the real program over a MIDI cable of JACK.
#include "apps/cli/live/midi_player.hpp"

#include "tests/apps/cli/live/midi/fake_system.hpp"
#include "tests/apps/instrument/support.hpp"
#include "tests/device/jack.hpp"

using namespace synovia;
using namespace synovia::cli;
using namespace synovia::instrument;
using namespace synovia::instrument::test;
using cli::test::contains, cli::test::eventually, cli::test::FakeDesk;

namespace {

struct Piano : Rehearsal {
    Instrument instrument{session, {"hip", "knuckle"}, [this](const std::string& s) { lines.push_back(s); }};
};

}  // namespace

TEST_CASE("what comes through a port is played; the ports are looked after every second") {
    FakeDesk desk;
    desk.plug("piano");
    Piano keyboard;
    MidiInput input("", [&](const std::string& line) { keyboard.lines.push_back(line); }, {desk.maker()});
    MidiPlayer player(keyboard.instrument, input);
    REQUIRE(eventually([&] { return player.pass(1.0), desk.opened("piano") != nullptr; }));
    REQUIRE(eventually([&] { return player.pass(1.0), contains(keyboard.last(), "piano"); }));
    CHECK(player.wake_fd() >= 0);
    desk.opened("piano")->put(std::vector<unsigned char>{0x90, 60, 127});
    player.pass(0.0);
    keyboard.wait_for_takes();
    CHECK(contains(keyboard.last(), "pop take 1 velocity 1"));
    desk.unplug("piano");
    CHECK(eventually([&] { return player.pass(1.0), contains(keyboard.last(), "gone"); }));
}

#ifdef MIDI_SEND
TEST_CASE("a keyboard on JACK plays the program, and may be pulled out") {
    const synovia::test::SoundPlace place;
    const auto result = synovia::test::beside_jack(
        place, 48000,
        "await() {\n"
        "    for i in $(seq 400); do grep -q -- \"$1\" said && return; sleep 0.05; done\n"
        "    echo \"no $1\"; cat said; exit 97\n"
        "}\n"
        "touch said; mkfifo keys orders\n'" MIDI_SEND
        "' piano <keys >plug 2>&1 & exec 6>keys\n"
        "for i in $(seq 200); do grep -q plugged plug && break; sleep 0.05; done\n"
        "$synovia live --plain --device null --midi piano <orders >said 2>errors 6>&- & live=$!\n"
        "exec 5>orders\n"
        "await 'piano.* is there'; echo 90 3c 7f >&6; await 'pop take 1 velocity 1 '\n"
        "echo b0 40 7f >&6; await rested; echo e0 7f 7f >&6; await 'pop in the hand'\n"
        "exec 6>&-; await 'piano.* is gone'; await 'let go'\n"
        "echo trigger >&5; await 'take 1 velocity 0.7'; exec 5>&-; wait $live; echo $?");
    if (!result) return;
    CHECK(result->out == "0\n");
}
#endif
