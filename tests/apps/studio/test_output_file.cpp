#include "apps/studio/output_file.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "tests/apps/support.hpp"

using namespace synovia::studio;
using synovia::test::contains;
using synovia::test::read_file;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

std::string message_of(std::span<const OutputFile> files, bool force) {
    try {
        write_files(files, force);
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("files are written whole, with the usual permissions and nothing beside them") {
    const Workplace place;
    const std::string bytes("a\0b", 3);
    write_files(std::vector<OutputFile>{{place / "one", bytes}, {place / "two", ""}}, false);
    CHECK(place.files() == "one two");
    CHECK(read_file(place / "one") == bytes);
    CHECK(read_file(place / "two").empty());
    struct stat found {};
    REQUIRE(stat((place / "one").c_str(), &found) == 0);
    const mode_t mask = umask(0);
    umask(mask);
    CHECK((found.st_mode & 0777U) == (0666U & ~mask));
}

TEST_CASE("an existing file stays as it is, and none of its companions is written") {
    const Workplace place;
    write_file(place / "two", "mine");
    const std::vector<OutputFile> files{{place / "one", "1"}, {place / "two", "2"}};
    CHECK(contains(message_of(files, false), "two: exists; --force replaces it"));
    CHECK(place.files() == "two");
    CHECK(read_file(place / "two") == "mine");
}

TEST_CASE("force replaces the content and keeps the permissions") {
    const Workplace place;
    write_file(place / "file", "old");
    chmod((place / "file").c_str(), 0640);
    write_files(std::vector<OutputFile>{{place / "file", "new"}}, true);
    CHECK(read_file(place / "file") == "new");
    struct stat found {};
    REQUIRE(stat((place / "file").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0640U);
}

TEST_CASE("force writes through a symbolic link") {
    const Workplace place;
    write_file(place / "file", "old");
    std::filesystem::create_symlink("file", place / "link");
    write_files(std::vector<OutputFile>{{place / "link", "new"}}, true);
    CHECK(read_file(place / "file") == "new");
    CHECK(std::filesystem::is_symlink(place / "link"));
}

TEST_CASE("targets that cannot be files are named with the reason") {
    const Workplace place;
    std::filesystem::create_directory(place / "folder");
    for (const bool force : {false, true}) {
        CHECK(contains(message_of(std::vector<OutputFile>{{place / "folder", ""}}, force), "is a directory"));
        CHECK(contains(message_of(std::vector<OutputFile>{{"/dev/null", ""}}, force), "not a regular file"));
        CHECK(contains(message_of(std::vector<OutputFile>{{place / "no/file", ""}}, force), "does not exist"));
        const std::string long_name(300, 'x');
        CHECK(contains(message_of(std::vector<OutputFile>{{place / long_name, ""}}, force), "too long"));
        CHECK(contains(message_of(std::vector<OutputFile>{{"", ""}}, force), "not a file name"));
    }
    CHECK(place.files() == "folder");
}

TEST_CASE("a name that appears between the check and the rename is not replaced") {
    const Workplace place;
    // A link to nowhere passes the check, which follows links, and still is in the way of the rename.
    std::filesystem::create_symlink("nowhere", place / "link");
    CHECK(contains(message_of(std::vector<OutputFile>{{place / "one", "1"}, {place / "link", "2"}}, false),
                   "link: exists"));
    CHECK(place.files() == "link");
    CHECK(std::filesystem::is_symlink(place / "link"));
}

TEST_CASE("when a later file cannot be written the earlier ones go, too") {
    const Workplace place;
    signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
    rlimit small = before;
    small.rlim_cur = 1000;
    REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    const std::vector<OutputFile> files{{place / "small", "fits"}, {place / "large", std::string(2000, 'x')}};
    const std::string message = message_of(files, false);
    REQUIRE(setrlimit(RLIMIT_FSIZE, &before) == 0);
    CHECK(contains(message, "large: File too large"));
    CHECK(place.files().empty());
}

TEST_CASE("many unwritable targets make a short message") {
    std::vector<std::filesystem::path> paths(40, "/no-such-directory/file");
    std::string text;
    try {
        check_writable(paths, false);
    } catch (const FileError& error) {
        text = error.what();
    }
    CHECK(std::count(text.begin(), text.end(), '\n') == 10);
    CHECK(contains(text, "and 30 more files"));
}
