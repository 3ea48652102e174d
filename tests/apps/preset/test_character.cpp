#include "apps/preset/character.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("characters of one to four bytes are told from what is no UTF-8") {
    CHECK(first_character("a").code == U'a');
    CHECK(first_character("\xc2\xb5m").code == 0xB5);
    CHECK(first_character("\xe2\x82\xac").code == 0x20AC);
    CHECK(first_character("\xf0\x9f\xa6\xb4").code == 0x1F9B4);
    CHECK(first_character("\xf0\x9f\xa6\xb4").bytes == 4);
    // Continuation alone, cut off, overlong "/", surrogate, beyond U+10FFFF, never a first byte.
    for (const std::string_view bad : {"\x80", "\xe2\x82", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xff"}) {
        CHECK_FALSE(first_character(bad).valid);
        CHECK(first_character(bad).bytes == 1);
    }
}

TEST_CASE("what a terminal obeys") {
    for (const char32_t code :
         {0x00, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0x61C, 0x200E, 0x200F, 0x2028, 0x202A, 0x202E, 0x2066, 0x2069})
        CHECK(is_obeyed(code));
    for (const char32_t code : {0x20, 0x7E, 0xA0, 0xE4, 0x61B, 0x61D, 0x200D, 0x2010, 0x2027, 0x202F, 0x2065, 0x206A})
        CHECK_FALSE(is_obeyed(code));
}

}  // namespace
}  // namespace synovia::preset::test
