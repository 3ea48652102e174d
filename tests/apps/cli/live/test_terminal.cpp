// What the terminal makes of whole evenings is in test_full_screen.cpp.
#include "apps/cli/live/terminal.hpp"

#include <doctest/doctest.h>

using namespace synovia::cli;

TEST_CASE("the space bar's release and repetition are understood, all else of the protocol is passed over") {
    CHECK(decode_sequence("[32;1:3u").kind == Input::Kind::hold_end);
    CHECK(decode_sequence("[32;1:2u").kind == Input::Kind::character);
    CHECK(decode_sequence("[32;1:2u").character == ' ');
    for (const char* other : {"", "[", "[97;1:3u", "[32;5:3u", "[1;1:3A", "x", "[32;1:3"})
        CHECK(decode_sequence(other).kind == Input::Kind::none);
}
