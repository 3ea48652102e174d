#include "apps/cli/live/input_decoder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace synovia::cli;
using Kind = Input::Kind;

namespace {

/// All that comes of these bytes, and what means nothing left out.
std::vector<Input> decoded(InputDecoder& decoder, const std::string& bytes) {
    std::vector<Input> inputs;
    decoder.feed(bytes);
    while (const auto input = decoder.next())
        if (input->kind != Kind::none) inputs.push_back(*input);
    return inputs;
}
std::vector<Input> decoded(const std::string& bytes) {
    InputDecoder decoder;
    return decoded(decoder, bytes);
}

constexpr Input key(int character) { return {Kind::character, character, 0}; }

}  // namespace

TEST_CASE("keys and arrows, as terminals send them in either mode") {
    CHECK(decoded("a \003") == std::vector<Input>{key('a'), key(' '), key(3)});
    CHECK(decoded("\177\b") == std::vector<Input>{{Kind::backspace}, {Kind::backspace}});
    for (const char* mode : {"\033[", "\033O", "\033[1;1:1", "\033[1;1:2", "\033[1;2"}) {
        CAPTURE(mode);
        const auto arrow = [&](char c) { return decoded(mode + std::string(1, c)); };
        CHECK(arrow('A') == std::vector<Input>{{Kind::up}});
        CHECK(arrow('B') == std::vector<Input>{{Kind::down}});
        CHECK(arrow('C') == std::vector<Input>{{Kind::right}});
        CHECK(arrow('D') == std::vector<Input>{{Kind::left}});
    }
    CHECK(decoded("\033[1;1:3A").empty());  // Kitty's: it was released
}

TEST_CASE("the space bar's release and repetition are understood, all else of the protocol is passed over") {
    CHECK(decoded("\033[32;1:3u") == std::vector<Input>{{Kind::hold_end}});
    CHECK(decoded("\033[32;1:2u") == std::vector<Input>{key(' ')});
    for (const char* other : {"\033[97;1:3u", "\033[32;5:3u", "\033[32;1:1u", "\033x", "\033[5~", "\033[Z", "\033[I"})
        CHECK(decoded(other).empty());
}

TEST_CASE("the left button and its moves, in both kinds of reports; other buttons are none") {
    for (const char* down : {"\033[<0;11;10M", "\033[M \x2b*"})
        CHECK(decoded(down) == std::vector<Input>{{Kind::mouse_down, 0, 10}});
    CHECK(decoded("\033[M \xc9*") == std::vector<Input>{{Kind::mouse_down, 0, 168}});
    for (const char* move : {"\033[<32;12;10M", "\033[M@\x2c*"})
        CHECK(decoded(move) == std::vector<Input>{{Kind::mouse_move, 0, 11}});
    for (const char* up : {"\033[<0;13;10m", "\033[M#\x2d*"})
        CHECK(decoded(up) == std::vector<Input>{{Kind::mouse_up, 0, 12}});
    for (const char* other : {"\033[<2;1;1M", "\033[<2;1;1m", "\033[<64;1;1M", "\033[<35;9;9M", "\033[M`!!"})
        CHECK(decoded(other).empty());
}

TEST_CASE("a sequence that comes in pieces is one") {
    InputDecoder decoder;
    for (const char* piece : {"\033", "[", "<0;", "11;10"}) {
        CHECK(decoded(decoder, piece).empty());
        CHECK(decoder.waits());
    }
    CHECK(decoded(decoder, "Mx") == std::vector<Input>{{Kind::mouse_down, 0, 10}, key('x')});
    CHECK_FALSE(decoder.waits());
}

TEST_CASE("a report that is cut hides no key: Ctrl-C ends it at once, and another sequence does, too") {
    for (const std::string cut :
         {"\033", "\033[", "\033[M", "\033[M ", "\033[M !", "\033[<0;11", "\033O", "\033[32;1"}) {
        CAPTURE(cut);
        CHECK(decoded(cut + "\003") == std::vector<Input>{key(3)});
        CHECK(decoded(cut + "\033[A") == std::vector<Input>{{Kind::up}});
        InputDecoder decoder;
        CHECK(decoded(decoder, cut).empty());
        CHECK(decoder.waits());
        decoder.give_up();
        CHECK(decoded(decoder, "q") == std::vector<Input>{key('q')});
    }
}

TEST_CASE("any bytes are passed over without end") {
    std::string noise;
    for (std::uint32_t i = 0, x = 1; i < 20'000; ++i, x = 1664525 * x + 1013904223)
        noise.push_back(static_cast<char>(x >> 24U));
    for (std::size_t begin = 0; begin < 100; ++begin) {
        InputDecoder decoder;
        decoded(decoder, noise.substr(begin));
        decoder.give_up();
        CHECK(decoded(decoder, "q") == std::vector<Input>{key('q')});
    }
}

TEST_CASE("a sequence that is too long is dropped to its end, in one piece or many, and hides no Ctrl-C") {
    for (const std::size_t length : {31U, 33U, 130U, 100'000U}) {
        CAPTURE(length);
        const std::string digits(length, '1');
        CHECK(decoded("\033[" + digits + "Mx") == std::vector<Input>{key('x')});
        CHECK(decoded("\033[" + digits + "\003") == std::vector<Input>{key(3)});
        CHECK(decoded("\033[" + digits + "\033[A") == std::vector<Input>{{Kind::up}});
        CHECK(decoded("\033[" + digits + "\303\244") == decoded("\303\244"));
        InputDecoder decoder;
        CHECK(decoded(decoder, "\033[" + digits).empty());
        CHECK(decoder.waits());
        CHECK(decoded(decoder, digits).empty());
        decoder.give_up();
        CHECK_FALSE(decoder.waits());
        CHECK(decoded(decoder, "1q") == std::vector<Input>{key('1'), key('q')});
    }
}

TEST_CASE("what a terminal says in words is no key") {
    for (const char* begin : {"\033]10;", "\033P", "\033X", "\033^", "\033_G"}) {
        CAPTURE(begin);
        const std::string words = std::string(begin) + "rgb:1234/5678/9\303\244q";
        CHECK(decoded(words + "\ax") == std::vector<Input>{key('x')});
        CHECK(decoded(words + "\033\\x") == std::vector<Input>{key('x')});
        CHECK(decoded(words + "\003") == std::vector<Input>{key(3)});
    }
}
