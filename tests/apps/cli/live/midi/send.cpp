// A keyboard on JACK, for test_midi_input.cpp: send NAME prints "plugged" when it is there. Every line of standard
// input is one message in hexadecimal bytes, or "flood COUNT", control changes that are numbered through; it ends with
// its input.
#include <RtMidi.h>

#include <chrono>
#include <iostream>
#include <sstream>
#include <thread>

namespace {

using Bytes = std::vector<unsigned char>;

Bytes numbered(int i) { return {0xB0, static_cast<unsigned char>(i / 128), static_cast<unsigned char>(i % 128)}; }

Bytes from_hexadecimal(const std::string& line) {
    std::istringstream words(line);
    Bytes bytes;
    for (int byte = 0; words >> std::hex >> byte;) bytes.push_back(static_cast<unsigned char>(byte));
    return bytes;
}

void send(RtMidiOut& out, const std::string& line) {
    if (line.rfind("flood ", 0) != 0) {
        const Bytes bytes = from_hexadecimal(line);
        out.sendMessage(&bytes);
        return;
    }
    for (int i = 0; i < std::stoi(line.substr(6)); ++i) {
        const Bytes bytes = numbered(i);
        out.sendMessage(&bytes);
    }
}

}  // namespace

int main(int, char** arguments) {
    RtMidiOut out(RtMidi::UNIX_JACK, arguments[1]);
    out.openVirtualPort("out");
    std::cout << "plugged" << std::endl;
    for (std::string line; std::getline(std::cin, line);) send(out, line);
    std::this_thread::sleep_for(std::chrono::milliseconds(200));  // what is under way leaves first
}
