#include "apps/preset/text.hpp"

#include <array>
#include <cstdlib>
#include <limits>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("quoting is safe to print: control characters are escaped, long texts are cut between characters") {
    CHECK(in_quotes("plain") == "\"plain\"");
    CHECK(in_quotes("\x1b[31mred\n\x7f") == "\"\\x1b[31mred\\n\\x7f\"");
    CHECK(printable(std::string(61, 'a')) == std::string(60, 'a') + "...");
    CHECK(printable(std::string(60, 'a')) == std::string(60, 'a'));
    // The two bytes of "µ" stand across the limit of 60: neither half is shown.
    CHECK(printable(std::string(59, 'a') + "\u00b5m") == std::string(59, 'a') + "...");
}

TEST_CASE("what a terminal would obey becomes visible, lines and letters stay") {
    CHECK(visible("a\tb\nc \u00e4") == "a\tb\nc \u00e4");
    CHECK(visible("\xc2\x9b"
                  "31m \u202egnp.\u2066x \u061c \u200f") == "\\x9b31m \\u202egnp.\\u2066x \\u061c \\u200f");
    CHECK(visible("\xff\xc3") == "\\xff\\xc3");
    CHECK(visible(std::string("a\0b", 3)) == "a\\x00b");
    CHECK(visible(visible("\r\x1b")) == visible("\r\x1b"));
}

TEST_CASE("exact numbers read back as the same double") {
    using limits = std::numeric_limits<double>;
    for (const double x : {0.1, 1.0 / 3.0, 3e-7, limits::max(), limits::min(), limits::denorm_min(), -0.0, 101325.0})
        CHECK(std::strtod(exact(x).c_str(), nullptr) == x);
    CHECK(exact(3e-7) == "3e-07");
}

TEST_CASE("words are listed in quotes") {
    static constexpr std::array<std::string_view, 2> words{"joint.damping_n_s_m", "gas.model"};
    CHECK(listed(words) == "\"joint.damping_n_s_m\", \"gas.model\"");
}

TEST_CASE("control characters are told from blanks") {
    CHECK_FALSE(has_control_characters("a b\tc\nd \u00b5"));
    CHECK(has_control_characters("a\x1b"));
    CHECK(has_control_characters("a\u202eb"));  // from right to left
    CHECK(has_control_characters("a\u0085b"));
    CHECK_FALSE(has_control_characters("a\xffg"));
    CHECK(has_control_characters(std::string("a\0b", 3)));
}

}  // namespace
}  // namespace synovia::preset::test
