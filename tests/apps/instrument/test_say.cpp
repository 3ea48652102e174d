#include "apps/instrument/say.hpp"

#include <doctest/doctest.h>

#include <stdexcept>

using synovia::instrument::error_line;

TEST_CASE("an error is one line that a terminal survives") {
    CHECK(error_line(std::runtime_error("no such key")) == "error: no such key");
    CHECK(error_line(std::runtime_error("one\ntwo")) == "error: one;two");
    const std::string wild = error_line(std::runtime_error("\x1b[2J\x07" + std::string(5000, 'x')));
    CHECK(wild.size() < 500);
    CHECK(wild.find_first_of("\x1b\x07\n") == std::string::npos);
}
