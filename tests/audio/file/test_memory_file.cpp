#include "audio/file/memory_file.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstring>

using namespace synovia::audio;

TEST_CASE("what is written is read back, also out of order") {
    MemoryFile file(std::size_t{100});
    CHECK(file.write("abcdef", 6) == 6);
    CHECK(file.seek(2, SEEK_SET) == 2);
    CHECK(file.write("XY", 2) == 2);
    CHECK(file.tell() == 4);
    CHECK(file.length() == 6);
    std::array<char, 8> text{};
    CHECK(file.seek(-5, SEEK_END) == 1);
    CHECK(file.read(text.data(), 8) == 5);
    CHECK(std::strcmp(text.data(), "bXYef") == 0);
    CHECK(file.read(text.data(), 8) == 0);
    CHECK(file.seek(-2, SEEK_CUR) == 4);
    CHECK_FALSE(file.refused());
}

TEST_CASE("a seek before the start moves nothing, one past the end leaves zeros") {
    MemoryFile file(std::size_t{100});
    CHECK(file.seek(-1, SEEK_SET) == -1);
    CHECK(file.tell() == 0);
    CHECK(file.seek(3, SEEK_SET) == 3);
    CHECK(file.write("a", 1) == 1);
    CHECK(file.length() == 4);
    CHECK(file.bytes()[0] == std::byte{0});
}

TEST_CASE("nothing is written past the limit") {
    MemoryFile file(std::size_t{4});
    CHECK(file.write("abc", 3) == 3);
    CHECK(file.write("de", 2) == 0);
    CHECK(file.refused());
    CHECK(file.length() == 3);
    CHECK(file.seek(1000, SEEK_SET) == 1000);
    CHECK(file.write("a", 1) == 0);
    CHECK(file.write("a", -1) == 0);
}
