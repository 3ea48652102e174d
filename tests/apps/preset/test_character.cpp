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
    for (const char32_t code : {0x00U, 0x1BU, 0x7FU, 0x80U, 0x9BU, 0x9FU, 0x61CU, 0x200EU, 0x200FU, 0x2028U, 0x202AU,
                                0x202EU, 0x2066U, 0x2069U})
        CHECK(is_obeyed(code));
    for (const char32_t code :
         {0x20U, 0x7EU, 0xA0U, 0xE4U, 0x61BU, 0x61DU, 0x200DU, 0x2010U, 0x2027U, 0x202FU, 0x2065U, 0x206AU})
        CHECK_FALSE(is_obeyed(code));
}

}  // namespace
}  // namespace synovia::preset::test
