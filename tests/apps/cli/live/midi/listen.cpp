// What MidiInput hears and says, one line each, for test_midi_input.cpp: listen [WANTED], or listen --ports. The lines
// "deaf" and "awake" on standard input stop and resume the listening, "ports" lists them; it ends with its input.
#include <poll.h>
#include <unistd.h>

#include <iomanip>
#include <iostream>
#include <sstream>

#include "apps/cli/live/line_reader.hpp"
#include "apps/cli/live/midi_input.hpp"

using namespace synovia::cli;
using namespace synovia::instrument;

namespace {

void print(const std::string& line) { std::cout << line << std::endl; }

std::string number(double value) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(4) << value;
    return text.str();
}

struct Describe {
    std::string operator()(const NoteOn& m) const { return "on " + std::to_string(m.key) + " " + number(m.velocity); }
    std::string operator()(const NoteOff& m) const { return "off " + std::to_string(m.key); }
    std::string operator()(const ControlChange& m) const {
        return "control " + std::to_string(m.controller) + " " + number(m.value);
    }
    std::string operator()(const PitchBend& m) const { return "bend " + number(m.value); }
    std::string operator()(const ChannelPressure& m) const { return "pressure " + number(m.value); }
    std::string operator()(const ProgramChange& m) const { return "program " + std::to_string(m.program); }
};

std::string ports() {
    std::string line = "ports:";
    for (const std::string& port : MidiInput::ports()) line += " " + port;
    return line;
}

bool is_readable(int fd, int milliseconds) {
    pollfd wanted{fd, POLLIN, 0};
    return poll(&wanted, 1, milliseconds) == 1;
}

/// Asks for messages only when the file descriptor says that there are some.
void listen(MidiInput& input) {
    LineReader commands(STDIN_FILENO);
    bool deaf = false;
    while (!commands.ended()) {
        if (const auto command = commands.next(5)) {
            deaf = *command == "deaf";
            print(*command == "ports" ? ports() : *command);
        }
        input.watch();
        if (deaf || !is_readable(input.wake_fd(), 5)) continue;
        while (const auto message = input.next()) print(std::visit(Describe{}, *message));
    }
}

}  // namespace

int main(int count, char** arguments) {
    const std::string wanted = count > 1 ? arguments[1] : "";
    if (wanted == "--ports") {
        print(ports());
        return 0;
    }
    try {
        MidiInput input(wanted, [](const std::string& line) { print("says: " + line); });
        print("listening");
        listen(input);
    } catch (const MidiError& error) {
        print(std::string("error: ") + error.what());
        return 1;
    }
    print("end");
}
