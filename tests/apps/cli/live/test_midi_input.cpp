// The rules with a MIDI system made of words, the rest over JACK: real messages between real programs, no hardware.
#include "apps/cli/live/midi_input.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "tests/apps/cli/live/midi/fake_system.hpp"
#include "tests/apps/instrument/support.hpp"
#include "tests/device/jack.hpp"

using namespace synovia;
using namespace synovia::cli;
using namespace synovia::instrument;
using cli::test::eventually, cli::test::FakeDesk;
using synovia::test::SoundPlace;

namespace {

/// What an input says when it looks at such desks.
std::vector<std::string> said(const std::string& wanted, const std::vector<MidiSystemMaker>& systems) {
    std::vector<std::string> lines;
    const MidiInput input(
        wanted, [&](const std::string& line) { lines.push_back(line); }, systems);
    return lines;
}

std::string complaint(const std::string& wanted, const std::vector<MidiSystemMaker>& systems) {
    try {
        const MidiInput input(
            wanted, [](const std::string&) {}, systems);
    } catch (const MidiError& error) {
        return error.what();
    }
    return "none";
}

#ifdef MIDI_SEND
const std::string sender = MIDI_SEND;
#else
const std::string sender;
#endif

/// Functions of the script: hear [WANTED] starts the listener, whose lines go into the file heard; plug NAME starts a
/// keyboard, unplug ends it; await TEXT [FILE [NUMBER]] until there are so many such lines; finish ends the listener
/// and prints its status, 137 if it had to be killed.
const std::string cables =
    "await() {\n"
    "    for i in $(seq 400); do\n"
    "        [ $(grep -c -- \"$1\" ${2-heard}) -ge ${3-1} ] && return; sleep 0.05\n"
    "    done\n"
    "    echo \"no $1\"; exit 97\n"
    "}\n"
    "hear() {\n"
    "    : >heard; mkfifo orders; '" MIDI_LISTEN
    "' \"$@\" >heard 2>errors <orders 6>&- & listener=$!\n"
    "    exec 5>orders\n"
    "}\n"
    "plug() {\n"
    "    : >plug; rm -f keys; mkfifo keys; '" +
    sender +
    "' $1 <keys 5>&- >plug 2>&1 & keyboard=$!\n"
    "    exec 6>keys; await plugged plug\n"
    "}\n"
    "unplug() { exec 6>&-; wait $keyboard; }\n"
    "play() { for message; do echo $message >&6; done; }\n"
    "finish() {\n"
    "    exec 5>&-; for i in $(seq 400); do kill -0 $listener 2>/dev/null || break; sleep 0.05; done\n"
    "    kill -9 $listener 2>/dev/null; wait $listener; echo $?\n"
    "}\n";

/// Empty where it cannot be tried. The place holds what has been heard, line by line.
std::optional<cli::ChildResult> beside_jack(const SoundPlace& place, const std::string& script) {
    if (sender.empty()) {
        synovia::test::skip_test("built without RtMidi");
        return std::nullopt;
    }
    return synovia::test::beside_jack(place, 48000, cables + script);
}

std::string heard(const SoundPlace& place) { return cli::test::read_file(place / "heard"); }

/// The list of ports without JACK: what ALSA has on this machine, mostly nothing.
std::string ports_here() {
    return SoundPlace().sh("export JACK_DEFAULT_SERVER=synovia-none; '" MIDI_LISTEN "' --ports").out;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t number = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++number;
    return number;
}

}  // namespace

TEST_CASE("without a wish every port is taken but those that give back what programs send") {
    FakeDesk desk;
    for (const char* name : {"Keystation:Keystation 20:0", "Midi Through:Midi Through Port-0 14:0",
                             "alsa_pcm:Midi-Through/midi_capture_1", "nanoKONTROL:nano 24:0"})
        desk.plug(name);
    CHECK(said("", {desk.maker()}) == std::vector<std::string>{"MIDI port Keystation:Keystation 20:0 is there",
                                                               "MIDI port nanoKONTROL:nano 24:0 is there"});
}

TEST_CASE("a wish is part of a name in capital letters or small ones") {
    FakeDesk desk, other;
    for (const char* name : {"Keystation 20:0", "Midi Through 14:0"}) desk.plug(name);
    other.plug("second KEYSTATION");
    CHECK(said("keySTAtion", {desk.maker(), other.maker()}) ==
          std::vector<std::string>{"MIDI port Keystation 20:0 is there", "MIDI port second KEYSTATION is there"});
    CHECK(said("through", {desk.maker()}) == std::vector<std::string>{"MIDI port Midi Through 14:0 is there"});
}

TEST_CASE("a keyboard that a bridge shows again is taken once, unless the bridge is asked for") {
    FakeDesk alsa, jack;
    alsa.plug("Keystation 20:0");
    jack.plug("a2j:Keystation [20] (capture)", "a2j");
    const std::vector<MidiSystemMaker> both{alsa.maker(), jack.maker()};
    const std::vector<std::string> once{"MIDI port Keystation 20:0 is there"};
    CHECK(said("", both) == once);
    CHECK(said("keystation", both) == once);
    CHECK(said("A2J:key", both) == std::vector<std::string>{"MIDI port a2j:Keystation [20] (capture) is there"});
}

TEST_CASE("a wish that no port meets is refused with the ports that there are") {
    FakeDesk desk, empty;
    desk.plug("Keystation 20:0");
    desk.plug("Midi Through 14:0");
    CHECK(complaint("organ", {empty.maker(), desk.maker()}) ==
          "no MIDI port is called organ; there are: Keystation 20:0, Midi Through 14:0");
    CHECK(complaint("organ", {empty.maker()}) == "no MIDI port is called organ; there is none");
    CHECK(complaint("organ", {}) ==
          "no MIDI port is called organ; there is none, because this synovia was built without RtMidi");
    CHECK(complaint("", {empty.maker()}) == "none");
    CHECK(complaint("", {}) == "none");
}

TEST_CASE("a port is heard until it goes, and again when it comes back") {
    FakeDesk desk;
    desk.plug("keys");
    std::vector<std::string> lines;
    MidiInput input("", [&](const std::string& line) { lines.push_back(line); }, {desk.maker()});
    const auto press = [&](unsigned char key) {
        const std::array<unsigned char, 3> bytes{0x90, key, 127};
        desk.opened("keys")->put(bytes);
    };
    press(60);
    CHECK(input.next() == MidiMessage(NoteOn{60, 1.0}));
    desk.unplug("keys");
    CHECK(eventually([&] {
        input.watch();
        return lines.back() == "MIDI port keys is gone";
    }));
    CHECK(input.next() == MidiMessage(NoteOff{60}));
    CHECK_FALSE(input.next());
    desk.plug("keys");
    CHECK(eventually([&] {
        input.watch();
        return lines.back() == "MIDI port keys is there";
    }));
    press(61);
    CHECK(input.next() == MidiMessage(NoteOn{61, 1.0}));
    CHECK(lines.size() == 3);
}

TEST_CASE("JACK: messages arrive in order with their values") {
    const SoundPlace place;
    const auto result = beside_jack(place,
                                    "plug organ; hear ORGAN:; await 'organ:out is there'\n"
                                    "play '90 3c 7f' '9f 3d 01' 'b0 40 7f' 'f8' 'e0 00 40' 'e0 7f 7f' 'd3 40' 'c0 05' "
                                    "'f0 7d 01 f7' 'a0 3c 10' '90 3c 00' '80 3d 40'\n"
                                    "await 'off 61'; finish");
    if (!result) return;
    CHECK(result->out == "0\n");
    CHECK(heard(place) ==
          "says: MIDI port organ:out is there\nlistening\non 60 1.0000\non 61 0.0079\ncontrol 64 1.0000\nbend 0.0000\n"
          "bend 1.0000\npressure 0.5039\nprogram 5\noff 60\noff 61\nend\n");
    CHECK(cli::test::read_file(place / "errors").empty());
}

TEST_CASE("JACK: a keyboard that goes leaves no note behind, and plays on when it comes back") {
    const SoundPlace place;
    const auto result = beside_jack(place,
                                    "plug organ; hear organ; await listening\n"
                                    "play '90 3c 7f' '90 40 7f' 'b0 40 7f' '80 40 00'; await 'off 64'\n"
                                    "unplug; await 'control 64 0.0000'\n"
                                    "plug organ; await 'organ:out is there' heard 2; play '90 3d 7f'; await 'on 61'\n"
                                    "finish");
    if (!result) return;
    CHECK(result->out == "0\n");
    CHECK(heard(place) ==
          "says: MIDI port organ:out is there\nlistening\non 60 1.0000\non 64 1.0000\ncontrol 64 1.0000\noff 64\n"
          "says: MIDI port organ:out is gone\noff 60\ncontrol 64 0.0000\n"
          "says: MIDI port organ:out is there\non 61 1.0000\nend\n");
    CHECK(cli::test::read_file(place / "errors").empty());
}

TEST_CASE("JACK: a server that comes later is found") {
    const SoundPlace place;
    const auto result = beside_jack(place,
                                    "kill $server; wait $server; hear; await listening\n"
                                    "serve 5>&-; plug organ; await 'organ:out is there'\n"
                                    "play '90 3c 7f'; await 'on 60'; finish");
    if (!result) return;
    CHECK(result->out == "0\n");
    CHECK(cli::test::read_file(place / "errors").empty());
}

TEST_CASE("JACK: the death of the server is said, lets everything go and hurts nobody") {
    for (const std::string signal : {"KILL", "TERM"}) {
        CAPTURE(signal);
        const SoundPlace place;
        const auto result = beside_jack(place,
                                        "plug organ; hear organ; await listening; play '90 3c 7f'; await 'on 60'\n"
                                        "kill -" +
                                            signal +
                                            " $server; wait $server; kill -9 $keyboard\n"
                                            "await 'JACK server is gone'; await 'off 60'\n"
                                            "serve 5>&-; plug organ; sleep 1.5; echo ports >&5; await ports:; finish");
        if (!result) return;
        CHECK(result->out == "0\n");
        // The port's end lets go of its keys, the server's end is noticed by another thread: either may come first.
        const std::string begin =
            "says: MIDI port organ:out is there\nlistening\non 60 1.0000\nsays: MIDI port organ:out is gone\n";
        const std::string server = "says: the JACK server is gone, and its MIDI ports until synovia is started again\n";
        const std::string off = "off 60\n", end = ports_here() + "end\n", all = heard(place);
        INFO(all);
        CHECK((all == begin + server + off + end || all == begin + off + server + end));
        CHECK(cli::test::read_file(place / "errors").empty());
    }
}

TEST_CASE("JACK: a server that stands still holds up nothing") {
    const SoundPlace place;
    const auto result = beside_jack(place,
                                    "plug organ; hear organ; await listening; play '90 3c 7f'; await 'on 60'\n"
                                    "kill -STOP $server; sleep 1; finish; kill -9 $keyboard\n"
                                    "'" MIDI_LISTEN
                                    "' organ 2>errors2 </dev/null | cut -c 1-35; echo end\n"
                                    "kill -9 $server; wait $server");
    if (!result) return;
    CHECK(result->out == "0\nerror: no MIDI port is called organ\nend\n");
    CHECK(cli::test::read_file(place / "errors").empty());
    CHECK(cli::test::read_file(place / "errors2").empty());
}

TEST_CASE("JACK: a flood fills the queue, which drops the newest and says so once") {
    const SoundPlace place;
    const auto result = beside_jack(place,
                                    "plug organ; hear organ; await listening; echo deaf >&5; await deaf\n"
                                    "play 'flood 3000'; await 'messages are lost'; unplug; echo awake >&5\n"
                                    "await 'is gone'; finish");
    if (!result) return;
    CHECK(result->out == "0\n");
    const std::string lines = heard(place);
    CHECK(count(lines, "messages are lost") == 1);
    CHECK(count(lines, "control ") >= MidiPort::capacity);
    CHECK(count(lines, "control ") < 3000);
    CHECK(cli::test::contains(lines, "awake\ncontrol 0 0.0000\ncontrol 0 0.0079\n"));
    CHECK(cli::test::contains(lines, "control 7 0.9921\ncontrol 7 1.0000\n"));  // the first 1024 are whole
}

TEST_CASE("JACK: the list of ports, and a wish that none of them meets") {
    const SoundPlace place;
    const auto result = beside_jack(place, "plug organ; '" MIDI_LISTEN "' --ports 2>errors | grep organ\n'" MIDI_LISTEN
                                           "' harp 2>>errors; echo $?");
    if (!result) return;
    CHECK(cli::test::contains(result->out, " organ:out\nerror: no MIDI port is called harp; there are: "));
    CHECK(cli::test::contains(result->out, "organ:out\n1\n"));
    CHECK(cli::test::read_file(place / "errors").empty());
}

TEST_CASE("without any MIDI system there are no ports and no noise") {
    const SoundPlace place;
    const auto result =
        place.sh("export JACK_DEFAULT_SERVER=synovia-none\n'" MIDI_LISTEN "' --ports\n'" MIDI_LISTEN
                 "' </dev/null | tail -n 1; '" MIDI_LISTEN "' no-such-port </dev/null >refusal; echo $?");
    CHECK(result.err.empty());
    CHECK(cli::test::contains(cli::test::read_file(place / "refusal"),
                              "error: no MIDI port is called no-such-port; there"));
    CHECK(result.out == ports_here() + "end\n1\n");
    if (!std::filesystem::exists("/dev/snd/seq")) CHECK(result.out == "ports:\nend\n1\n");
}
