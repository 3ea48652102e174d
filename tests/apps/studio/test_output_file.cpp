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

/// No file gets longer while it lives.
class FileSizeLimit {
public:
    explicit FileSizeLimit(rlim_t bytes) {
        signal(SIGXFSZ, SIG_IGN);
        REQUIRE(getrlimit(RLIMIT_FSIZE, &before_) == 0);
        rlimit small = before_;
        small.rlim_cur = bytes;
        REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &before_); }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

private:
    rlimit before_{};
};

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
    const std::vector<OutputFile> files{{place / "small", "fits"}, {place / "large", std::string(2000, 'x')}};
    const FileSizeLimit limit(1000);
    CHECK(contains(message_of(files, false), "large: File too large"));
    CHECK(place.files().empty());
}

TEST_CASE("by force, too, what is new goes when a later file cannot be written") {
    const Workplace place;
    write_file(place / "old", "old");
    const std::vector<OutputFile> files{
        {place / "new", "1"}, {place / "old", "2"}, {place / "late", Content([&](synovia::audio::ByteFile&) {
                                                         std::filesystem::create_directory(place / "late");
                                                     })}};
    CHECK(contains(message_of(files, true), "late: "));
    CHECK_FALSE(std::filesystem::exists(place / "new"));
    CHECK(read_file(place / "old") == "2");
}

TEST_CASE("two names of one file are refused") {
    const Workplace place;
    write_file(place / "file", "old");
    std::filesystem::create_symlink("file", place / "link");
    CHECK(contains(message_of(std::vector<OutputFile>{{place / "link", "1"}, {place / "file", "2"}}, true),
                   "file: is the same file as "));
    CHECK(read_file(place / "file") == "old");
}

TEST_CASE("what a content throws leaves nothing, and gives way to the reason of a disk that refused bytes") {
    const Workplace place;
    const Content broken = [](synovia::audio::ByteFile& file) {
        file.write("begun", 5);
        throw std::runtime_error("no more");
    };
    const std::vector<OutputFile> files{{place / "one", "1"}, {place / "two", broken}};
    CHECK_THROWS_WITH_AS(write_files(files, false), "no more", std::runtime_error);
    CHECK(place.files().empty());
    const FileSizeLimit limit(3);
    CHECK(contains(message_of(files, false), "two: File too large"));
    CHECK(place.files().empty());
}

TEST_CASE("a content reads back what it wrote, and goes back in it") {
    const Workplace place;
    write_files(std::vector<OutputFile>{{place / "file", Content([](synovia::audio::ByteFile& file) {
                                             file.write("abcdef", 6);
                                             file.seek(1, SEEK_SET);
                                             std::array<char, 2> two{};
                                             CHECK(file.read(two.data(), 2) == 2);
                                             file.seek(0, SEEK_SET);
                                             file.write(two.data(), 2);
                                             CHECK(file.length() == 6);
                                         })}},
                false);
    CHECK(read_file(place / "file") == "bccdef");
}

TEST_CASE("while a content is written the signals that end a program wait only where a file could be left behind") {
    const Workplace place;
    const auto interrupt_waits = [] {
        sigset_t held;
        sigprocmask(SIG_BLOCK, nullptr, &held);
        return sigismember(&held, SIGINT) == 1;
    };
    bool called = false;
    write_files(std::vector<OutputFile>{{place / "file", Content([&](synovia::audio::ByteFile&) {
                                             called = true;
                                             CHECK(interrupt_waits() == !place.files().empty());
                                         })}},
                false);
    CHECK(called);
    CHECK_FALSE(interrupt_waits());
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
