#include "apps/studio/write_all.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "tests/apps/support.hpp"

using synovia::studio::write_all;
using namespace synovia::test;

TEST_CASE("all bytes are written, zeros included") {
    const Workplace place;
    const std::string bytes = std::string("a\0b", 3) + std::string(1 << 20, 'x');
    const int fd = open((place / "file").c_str(), O_WRONLY | O_CREAT, 0600);
    CHECK(write_all(fd, bytes) == 0);
    CHECK(write_all(fd, "") == 0);
    close(fd);
    CHECK(read_file(place / "file") == bytes);
}

TEST_CASE("what cannot be written says why") {
    CHECK(write_all(-1, "x") == EBADF);
    const int full = open("/dev/full", O_WRONLY);
    REQUIRE(full >= 0);
    CHECK(write_all(full, "x") == ENOSPC);
    close(full);
}
