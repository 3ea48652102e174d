#include "apps/preset/file.hpp"

#include <sys/stat.h>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(const std::filesystem::path& path) {
    return report(problems_of([&] { read_text(path); }));
}

TEST_CASE("a text file is read whole, up to exactly the limit") {
    const TemporaryDirectory dir;
    CHECK(read_text(dir.write("a", "one\r\ntwo")) == "one\r\ntwo");
    CHECK(read_text(dir.write("b", std::string(largest_file_bytes, 'x'))).size() == largest_file_bytes);
    CHECK(contains(complaint(dir.write("c", std::string(largest_file_bytes + 1, 'x'))), "at most 1 MiB"));
}

TEST_CASE("a gigabyte is refused by its size") {
    const TemporaryDirectory dir;
    const auto path = dir.write("huge.toml", "");
    std::filesystem::resize_file(path, 1u << 30);  // sparse: takes no room
    CHECK(complaint(path) == path.string() + ": is 1073741824 bytes long; at most 1 MiB is read\n");
}

TEST_CASE("what is no text file is refused by name, and a pipe is not waited for") {
    const TemporaryDirectory dir;
    CHECK(contains(complaint(dir.path() / "none"), "no such file"));
    CHECK(contains(complaint(dir.path()), "directory"));
    CHECK(contains(complaint("/dev/zero"), "device"));
    const auto pipe = dir.path() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK(contains(complaint(pipe), "pipe"));
    CHECK(contains(complaint(dir.write("empty", "")), "is empty"));
    CHECK(contains(complaint(dir.write("binary", std::string("RIFF\0\0", 6))), "binary"));
    CHECK(contains(complaint(dir.write("f", "x") / "below"), "f/below: "));
}

TEST_CASE("a link that leads to itself is refused") {
    const TemporaryDirectory dir;
    std::filesystem::create_symlink(dir.path() / "loop", dir.path() / "loop");
    CHECK(contains(complaint(dir.path() / "loop"), "cannot be read"));
}

TEST_CASE("a file without permission is refused" * doctest::skip(geteuid() == 0)) {
    const TemporaryDirectory dir;
    const auto path = dir.write("secret", "x");
    std::filesystem::permissions(path, std::filesystem::perms::none);
    CHECK(contains(complaint(path), "cannot be opened"));
}

}  // namespace
}  // namespace synovia::preset::test
