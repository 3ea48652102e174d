#include "apps/preset/toml_guard.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(std::string_view text) {
    return report(problems_of([&] { guard_toml(text, "t"); }));
}

constexpr std::string_view long_key = "a.b.c.d.e.f.g.h.i";

TEST_CASE("eight parts pass, nine do not") {
    CHECK(complaint("a.b.c.d.e.f.g.h = 1\n").empty());
    CHECK(complaint(std::string("x = 1\n").append(long_key).append(" = 1\n")) ==
          "t:2:16: a key of more than eight parts joined by dots\n");
    CHECK_FALSE(complaint("a . 'b.x' .c. \"d,\\\"=\" .e.f.g.h.i = 1").empty());
    CHECK_FALSE(complaint(std::string("[").append(long_key).append("]")).empty());
    CHECK_FALSE(complaint(std::string("x = { ").append(long_key).append(" = 1 }")).empty());
}

TEST_CASE("dots in numbers, texts and comments do not count") {
    CHECK(complaint("x = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]").empty());
    CHECK(complaint("x = \"" + std::string(50, '.') + "\"").empty());
    CHECK(complaint("x = '" + std::string(50, '.') + "'").empty());
    CHECK(complaint("x = \"\"\"\n" + std::string(50, '.') + "\n\"\"\"").empty());
    CHECK(complaint("x = '''\n" + std::string(50, '.') + "'''").empty());
    CHECK(complaint("# " + std::string(50, '.')).empty());
    CHECK(complaint("# comment\nx = 1 # " + std::string(50, '.') + "\n").empty());
}

TEST_CASE("a key is found behind texts that try to hide it") {
    const std::string key(long_key);
    CHECK_FALSE(complaint("x = { a = \"\"\"q\"\"\", " + key + " = 1 }").empty());
    CHECK_FALSE(complaint("x = { a = '''q''', " + key + " = 1 }").empty());
    CHECK_FALSE(complaint("x = { a = \"\\\\\", " + key + " = 1 }").empty());
    CHECK_FALSE(complaint("x = { a = '\\', " + key + " = 1 }").empty());
    CHECK_FALSE(complaint("x = { a = \"\"\"q\"\"\"\"\", " + key + " = 1 }").empty());  // text that ends in two quotes
    CHECK_FALSE(complaint("x = { a = '''q'''', " + key + " = 1 }").empty());           // and in one
    CHECK_FALSE(complaint("x = \"\n" + key + " = 1").empty());
    CHECK_FALSE(complaint("# \"\n" + key + " = 1").empty());
}

TEST_CASE("letters outside ASCII belong in texts and comments") {
    CHECK(complaint("x = \"\u00d0\" # \u00d0\ny = '\u00b5'").empty());
    CHECK(complaint("x = 1\n y\u00d0 = 1") ==
          "t:2:3: a character outside ASCII stands in neither a text nor a comment\n");
    CHECK_FALSE(complaint("x = \u3000 1").empty());
    CHECK_FALSE(complaint("x = 1\ufeff").empty());
    CHECK_FALSE(complaint("x = \"\"\xff").empty());
}

TEST_CASE("where the parser looks for a blank inside a text, ASCII must follow") {
    CHECK(complaint("x = \"\"\"a\\\n  \u00d0\"\"\"") ==
          "t:2:3: a character outside ASCII must not follow a backslash, not even on the next line\n");
    CHECK_FALSE(complaint("x = \"\"\"\\\u00d0\"\"\"").empty());
    CHECK(complaint("x = \"\"\"a\\\n  b \u00d0 \\\\ \u00d0\"\"\"").empty());  // two backslashes are one escape
    CHECK(complaint("x = \"\"\"a\\\n  b \u00d0\"\"\"").empty());
    CHECK(complaint("x = '''\\\u00d0'''").empty());  // no escapes in a literal text
}

TEST_CASE("a quote begins a text only where one may stand") {
    CHECK(complaint("x = 1\"\u00d0\"") == "t:1:6: a quote where no text may begin\n");
    CHECK_FALSE(complaint("x = \"a\" \"b\"").empty());
    CHECK_FALSE(complaint("x \"a\"").empty());
    CHECK(complaint("\"x\" = \"a\"\n'y'.\"z\" = [\"a\", 'b',\n\"c\"]\n[\"t\"]\nu = {\"v\" = 'w'}").empty());
}

TEST_CASE("a long text may hold one or two quotes at its end") {
    CHECK(complaint("x = \"\"\"q\"\"\"\"\ny = '''q'''''\n").empty());
    CHECK_FALSE(complaint("x = \"\"\"q\"\"\"\"\"\"").empty());
}

TEST_CASE("texts that never end are no danger") {
    for (const std::string text : {"\"", "'", "\"\"\"", "'''", "x = \"\\", "#", "", "x = '''a''"})
        CHECK(complaint(text).empty());
}

}  // namespace
}  // namespace synovia::preset::test
