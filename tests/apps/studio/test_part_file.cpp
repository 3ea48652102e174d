#include "apps/studio/part_file.hpp"

#include <array>
#include <optional>

#include "apps/studio/file_error.hpp"
#include "tests/apps/support.hpp"

using namespace synovia::studio;
using synovia::test::read_file;
using synovia::test::Workplace;
using synovia::test::write_file;

namespace {

std::string refusal(const std::filesystem::path& path, bool force) {
    try {
        PartFile file(path, force);
        file.write("new", 0);
    } catch (const FileError& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a part has what was written where it was, and its name at the end") {
    const Workplace place;
    PartFile file(place / "a", false);
    file.write("abcdef", 0);
    file.write("X", 2);
    CHECK(place.files() == "a.part");
    CHECK(read_file(place / "a.part") == "abXdef");
    file.finish(4, OutputClaim(std::array{file.path()}));
    CHECK(place.files() == "a");
    CHECK(read_file(place / "a") == "abXd");
}

TEST_CASE("a part stays unless it was finished or removed") {
    const Workplace place;
    { const PartFile file(place / "a", false); }
    { PartFile(place / "b", false).remove(); }
    CHECK(place.files() == "a.part");
}

TEST_CASE("a part that somebody has put there is not written into, link or file") {
    const Workplace place;
    const std::string part = (place / "a.part").string();
    std::filesystem::create_symlink("victim", part);  // leads nowhere: opened without care it would make a file there
    CHECK(refusal(place / "a", false) == part + ": exists; --force replaces it");
    CHECK(refusal(place / "a", true) == part + ": is a symbolic link");
    CHECK(place.files() == "a.part");
    write_file(place / "victim", "old");
    CHECK(refusal(place / "a", true) == part + ": is a symbolic link");
    std::filesystem::remove(part);
    std::filesystem::create_hard_link(place / "victim", part);
    CHECK(refusal(place / "a", true).empty());  // a new file in its place
    CHECK(read_file(part) == "new");
    CHECK(read_file(place / "victim") == "old");
}

TEST_CASE("a part that another session writes is left to it, also by force") {
    const Workplace place;
    const PartFile file(place / "a", false);
    CHECK(refusal(place / "a", true) == (place / "a.part").string() + ": another session is recording it");
    CHECK(place.files() == "a.part");
}

TEST_CASE("a file that has come meanwhile is not replaced") {
    const Workplace place;
    PartFile file(place / "a", false);
    write_file(place / "a", "kept");
    CHECK_THROWS_AS(file.finish(0, OutputClaim(std::array{file.path()})), FileError);
    CHECK(read_file(place / "a") == "kept");
    CHECK(file.part() == place / "a.part");
}
