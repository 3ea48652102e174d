#include "apps/studio/nameless_file.hpp"

#include <array>

#include "apps/studio/file_error.hpp"
#include "tests/apps/support.hpp"

using namespace synovia::studio;
using namespace synovia::test;
using namespace std::string_literals;

TEST_CASE("a file without a name has one when it is finished, and what was left out in it is 0") {
    const Workplace place;
    NamelessFile file(place / "a", false);
    file.write("end", 5);
    file.write("ab", 0);
    CHECK(place.files().empty());
    CHECK(file.part().empty());
    file.finish(10, OutputClaim(std::array{file.path()}));
    CHECK(place.files() == "a");
    CHECK(read_file(place / "a") == "ab\0\0\0end\0\0"s);
}

TEST_CASE("nothing stays of a file that is not finished") {
    const Workplace place;
    {
        NamelessFile file(place / "a", false);
        file.write("abc", 0);
        file.remove();
    }
    CHECK(place.files().empty());
}

TEST_CASE("an existing file is replaced by force only, also one that came meanwhile") {
    const Workplace place;
    write_file(place / "a", "kept");
    CHECK_THROWS_AS(NamelessFile(place / "a", false), FileError);
    NamelessFile replacing(place / "a", true);
    replacing.write("new", 0);
    CHECK(read_file(place / "a") == "kept");
    replacing.finish(3, OutputClaim(std::array{replacing.path()}));
    CHECK(read_file(place / "a") == "new");
    NamelessFile late(place / "b", false);
    write_file(place / "b", "kept");
    CHECK_THROWS_AS(late.finish(0, OutputClaim(std::array{late.path()})), FileError);
    CHECK(read_file(place / "b") == "kept");
}
