#include "apps/preset/name.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("plain names are taken, and what would be a path or a trick is not") {
    for (const std::string_view good :
         {"knuckle", "knuckle-slow", "My joint (left) 2.0", "Gelenk-\u00e4\u00f6\u00fc", "a..b"})
        CHECK_FALSE(refuse_name(good));
    CHECK_FALSE(refuse_name(std::string(100, 'a')));
    const std::string with_zero("a\0b", 3);
    for (const std::string_view bad :
         {std::string_view("../../etc/passwd"), std::string_view("a/b"), std::string_view("a\\b"),
          std::string_view(with_zero), std::string_view(".hidden"), std::string_view(".."), std::string_view(""),
          std::string_view("a\nb"), std::string_view("\u202egnp"), std::string_view("\xff")})
        CHECK(refuse_name(bad));
    CHECK(*refuse_name(std::string(300, 'a')) == "is 300 bytes long, 100 are allowed");
}

TEST_CASE("any file name becomes a plain one, a plain one stays") {
    CHECK(plain_name("Gelenk-\u00e4") == "Gelenk-\u00e4");
    CHECK(plain_name(".a\x1b:b\xff") == "_a__b_");
    CHECK(plain_name("") == "_");
    CHECK(plain_name(std::string(99, 'a') + "\u00e4") == std::string(99, 'a'));
    CHECK_FALSE(refuse_name(plain_name("..\n/")));
}

}  // namespace
}  // namespace synovia::preset::test
