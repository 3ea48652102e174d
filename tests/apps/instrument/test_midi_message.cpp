#include "apps/instrument/midi_message.hpp"

#include <vector>

#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;

namespace {

using Bytes = std::vector<unsigned char>;

bool is_key(int number) { return number >= 0 && number <= 127; }
bool is_share(double value) { return value >= 0.0 && value <= 1.0; }

struct InRange {
    bool operator()(const NoteOn& m) const { return is_key(m.key) && is_share(m.velocity) && m.velocity > 0.0; }
    bool operator()(const NoteOff& m) const { return is_key(m.key); }
    bool operator()(const ControlChange& m) const { return is_key(m.controller) && is_share(m.value); }
    bool operator()(const PitchBend& m) const { return m.value >= -1.0 && m.value <= 1.0; }
    bool operator()(const ChannelPressure& m) const { return is_share(m.value); }
    bool operator()(const ProgramChange& m) const { return is_key(m.program); }
};

/// What the standard says about these bytes, looked at from the other side: is it a message of ours?
bool is_ours(const Bytes& bytes) {
    const std::size_t length = bytes[0] >= 0xC0 && bytes[0] < 0xE0 ? 2 : 3;
    const bool channel_message = bytes[0] >= 0x80 && bytes[0] < 0xF0 && bytes[0] >> 4 != 0xA;
    return channel_message && bytes.size() == length && bytes[1] < 0x80 && bytes.back() < 0x80;
}

}  // namespace

TEST_CASE("every kind of message, on the first channel and the last") {
    for (const int channel : {0, 15}) {
        CAPTURE(channel);
        const auto status = [&](int kind) { return static_cast<unsigned char>(kind + channel); };
        CHECK(decode(Bytes{status(0x80), 60, 64}) == MidiMessage(NoteOff{60}));
        CHECK(decode(Bytes{status(0x90), 127, 127}) == MidiMessage(NoteOn{127, 1.0}));
        CHECK(decode(Bytes{status(0x90), 0, 1}) == MidiMessage(NoteOn{0, 1.0 / 127.0}));
        CHECK(decode(Bytes{status(0x90), 61, 0}) == MidiMessage(NoteOff{61}));
        CHECK(decode(Bytes{status(0xB0), 64, 127}) == MidiMessage(ControlChange{64, 1.0}));
        CHECK(decode(Bytes{status(0xB0), 1, 0}) == MidiMessage(ControlChange{1, 0.0}));
        CHECK(decode(Bytes{status(0xC0), 5}) == MidiMessage(ProgramChange{5}));
        CHECK(decode(Bytes{status(0xD0), 127}) == MidiMessage(ChannelPressure{1.0}));
    }
}

TEST_CASE("the wheel rests at exactly 0 and reaches both ends") {
    CHECK(decode(Bytes{0xE0, 0, 64}) == MidiMessage(PitchBend{0.0}));
    CHECK(decode(Bytes{0xE0, 0, 0}) == MidiMessage(PitchBend{-1.0}));
    CHECK(decode(Bytes{0xE0, 127, 127}) == MidiMessage(PitchBend{1.0}));
    CHECK(decode(Bytes{0xE0, 1, 64}) == MidiMessage(PitchBend{1.0 / 8191.0}));
    CHECK(decode(Bytes{0xE0, 127, 63}) == MidiMessage(PitchBend{-1.0 / 8192.0}));
}

TEST_CASE("of every status byte exactly one length is a message") {
    CHECK_FALSE(decode({}));
    for (int status = 0; status < 256; ++status) {
        CAPTURE(status);
        std::size_t accepted = 0;
        for (std::size_t length = 1; length <= 8; ++length) {
            Bytes bytes(length, 1);
            bytes[0] = static_cast<unsigned char>(status);
            if (decode(bytes)) ++accepted;
        }
        const bool ours = status >= 0x80 && status < 0xF0 && (status < 0xA0 || status >= 0xB0);
        CHECK(accepted == (ours ? 1 : 0));
    }
}

TEST_CASE("whatever two or three bytes arrive, the values are in range") {
    std::size_t wrong = 0, decoded = 0;
    const auto try_out = [&](const Bytes& bytes) {
        const auto message = decode(bytes);
        if (message) ++decoded;
        if (message.has_value() != is_ours(bytes) || (message && !std::visit(InRange{}, *message))) ++wrong;
    };
    Bytes two(2), three(3);
    for (int prefix = 0; prefix < 65536; ++prefix) {
        two[0] = three[0] = static_cast<unsigned char>(prefix >> 8);
        two[1] = three[1] = static_cast<unsigned char>(prefix & 255);
        try_out(two);
        for (int last = 0; last < 256; ++last) {
            three[2] = static_cast<unsigned char>(last);
            try_out(three);
        }
    }
    CHECK(wrong == 0);
    CHECK(decoded == 16 * (2 * 128 + 4 * 128 * 128));
}
