#include "apps/studio/temporary_file.hpp"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <optional>
#include <string_view>

#include "apps/studio/file_error.hpp"
#include "tests/apps/support.hpp"

using synovia::studio::FileError;
using synovia::studio::TemporaryFile;
using synovia::test::read_file;
using synovia::test::Workplace;
using synovia::test::write_file;
using Kind = TemporaryFile::Kind;

namespace {

mode_t mode_of(const std::filesystem::path& path) {
    struct stat found {};
    stat(path.c_str(), &found);
    return found.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a file of either kind appears when it is published, with the usual permissions, or leaves nothing") {
    const mode_t mask = umask(0);
    umask(mask);
    for (const Kind kind : {Kind::nameless, Kind::hidden}) {
        const Workplace place;
        {
            TemporaryFile file(place / "a", kind);
            file.write("bytes", 0);
            file.flush();
            CHECK(place.files() == (file.kind() == Kind::hidden ? place.files() : ""));
            CHECK(file.publish(false) == 0);
            CHECK(place.files() == "a");
            const TemporaryFile unpublished(place / "b", kind);
        }
        CHECK(place.files() == "a");
        CHECK(read_file(place / "a") == "bytes");
        CHECK(mode_of(place / "a") == (0666U & ~mask));
    }
}

TEST_CASE("a file of either kind replaces another only by force, and keeps its permissions") {
    for (const Kind kind : {Kind::nameless, Kind::hidden}) {
        const Workplace place;
        write_file(place / "a", "old");
        chmod((place / "a").c_str(), 0640);
        TemporaryFile file(place / "a", kind);
        file.write("new", 0);
        CHECK(file.publish(false) == EEXIST);
        CHECK(read_file(place / "a") == "old");
        CHECK(file.publish(true) == 0);
        CHECK(read_file(place / "a") == "new");
        CHECK(mode_of(place / "a") == 0640U);
        CHECK(place.files() == "a");
    }
}

TEST_CASE("a file is read back before it has its name, as far as it goes") {
    for (const Kind kind : {Kind::nameless, Kind::hidden}) {
        const Workplace place;
        TemporaryFile file(place / "a", kind);
        file.write("abcdef", 0);
        file.write("XY", 2);
        std::array<char, 4> room{};
        CHECK(file.read(room, 1) == 4);
        CHECK(std::string_view(room.data(), 4) == "bXYe");
        CHECK(file.read(room, 4) == 2);
        CHECK(file.read(room, 6) == 0);
    }
}

TEST_CASE("links with the name of a hidden file are not followed") {
    const Workplace place;
    write_file(place / "a", "old");
    for (int i = 0; i < 3; ++i)
        std::filesystem::create_symlink("victim",
                                        place / (".synovia-" + std::to_string(getpid()) + "-" + std::to_string(i)));
    TemporaryFile file(place / "a");
    file.write("new", 0);
    CHECK(file.publish(true) == 0);
    CHECK(read_file(place / "a") == "new");
    CHECK_FALSE(std::filesystem::exists(place / "victim"));
}

TEST_CASE("where no file can be made the path is named") {
    for (const Kind kind : {Kind::nameless, Kind::hidden}) {
        std::optional<TemporaryFile> file;
        CHECK_THROWS_WITH_AS(file.emplace("/no-such-folder/a", kind), "/no-such-folder/a: No such file or directory",
                             FileError);
    }
}
