#include "apps/studio/give_name.hpp"

#include <cerrno>

#include "tests/apps/support.hpp"

using synovia::studio::give_name;
using synovia::test::read_file;
using synovia::test::Workplace;
using synovia::test::write_file;

TEST_CASE("a name is given, and taken from another file only if that is meant") {
    const Workplace place;
    write_file(place / "new", "1");
    CHECK(give_name(place / "new", place / "name", false) == 0);
    CHECK(place.files() == "name");
    write_file(place / "new", "2");
    CHECK(give_name(place / "new", place / "name", false) == EEXIST);
    CHECK(read_file(place / "name") == "1");
    CHECK(give_name(place / "new", place / "name", true) == 0);
    CHECK(read_file(place / "name") == "2");
    CHECK(give_name(place / "new", place / "name", true) == ENOENT);
}

TEST_CASE("a link that leads nowhere is in the way, and nothing is written where it leads") {
    const Workplace place;
    write_file(place / "new", "1");
    std::filesystem::create_symlink("nowhere", place / "link");
    CHECK(give_name(place / "new", place / "link", false) == EEXIST);
    CHECK(place.files() == "link new");
}
