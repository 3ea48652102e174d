#include <algorithm>

#include "apps/preset/document.hpp"
#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(std::string_view text) {
    return report(problems_of([&] { parse_toml(text, "t"); }));
}

const Entry& entry(const Document& document, std::string_view key) {
    const auto found =
        std::find_if(document.entries.begin(), document.entries.end(), [&](const Entry& e) { return e.key == key; });
    REQUIRE(found != document.entries.end());
    return *found;
}

TEST_CASE("every value comes with its full key, type and place, in the order of the file") {
    const Document document = parse_toml(
        "whole = 3\n[gas.co2]\n  ostwald = 0.59\n[a]\nflag = true\ntext = 'x'\nnumbers = [1, 2.5]\nwords = ['p', 'q']\n"
        "mixed = [1, 'a']\nnested = [[1]]\ndate = 2024-01-01\nempty = {}\nnone = []\n[[tables]]\nx = 1\n",
        "t");
    CHECK(document.file == "t");
    CHECK_FALSE(document.is_sidecar);
    CHECK(std::get<double>(entry(document, "whole").value) == 3.0);
    CHECK(std::get<double>(entry(document, "gas.co2.ostwald").value) == 0.59);
    CHECK(entry(document, "gas.co2.ostwald").line == 3);
    CHECK(entry(document, "gas.co2.ostwald").column == 3);
    CHECK(std::get<bool>(entry(document, "a.flag").value));
    CHECK(std::get<std::string>(entry(document, "a.text").value) == "x");
    CHECK(std::get<std::vector<double>>(entry(document, "a.numbers").value) == std::vector<double>{1.0, 2.5});
    CHECK(std::get<std::vector<std::string>>(entry(document, "a.words").value) == std::vector<std::string>{"p", "q"});
    CHECK(describe(entry(document, "a.mixed").value) == "a list of mixed or nested values");
    CHECK(describe(entry(document, "a.nested").value) == "a list of mixed or nested values");
    CHECK(describe(entry(document, "a.date").value) == "a date or time");
    CHECK(describe(entry(document, "a.empty").value) == "a table");
    CHECK(std::get<std::vector<double>>(entry(document, "a.none").value).empty());
    CHECK(describe(entry(document, "tables").value) == "a list of mixed or nested values");
    CHECK(document.entries.front().key == "whole");
    CHECK(document.entries.back().key == "tables");
}

TEST_CASE("what is no TOML is reported at its place") {
    CHECK(contains(complaint("a = 1\nb = \n"), "t:2:"));
    CHECK(contains(complaint("a = 1\na = 2\n"), "t:2:5: not valid TOML: this is given twice"));
    CHECK(contains(complaint("[x]\na = 1\n[x]\nb = 2\n"), "t:3:"));
    CHECK(contains(complaint("a = \"\xff\"\n"), "t:1:"));
    CHECK(contains(complaint("a = 1e\n"), "t:1:"));
    CHECK(contains(complaint("\x7f"
                             "ELF\x02\x01"),
                   "t:1:"));
    CHECK(contains(complaint("a = 99999999999999999999999\n"), "t:1:"));
}

TEST_CASE("the parser's own words stay with it") {
    CHECK(complaint("a = \n") == "t:1:5: not valid TOML: no key = value with one value\n");
    CHECK(contains(complaint("a = " + std::string(300, '[')), "not valid TOML: nested too deep"));
    CHECK(contains(complaint("a = [1,"), "not valid TOML: it ends too early"));
    CHECK(complaint("a = 1e400\n") == "t:1:10: not valid TOML: no value, or a number too large\n");
    CHECK(contains(complaint("a = \"\\q\"\n"), "not valid TOML: an escape that is no character"));
    CHECK(contains(complaint("a = 99999999999999999999999\n"), "not valid TOML: a number too"));
    CHECK(contains(complaint("[x\n"), "not valid TOML: "));
    for (const char* text :
         {"a = \n", "a = 1 2\n", "[x\n", "[x]\n[x]\n", "a\n", "?", "a = 1__0\n", "a = 2024-13-01\n", "a = 'x"}) {
        CAPTURE(text);
        for (const char* word : {"Error while", "encountered", "saw", "TOML_", "expected", "prohibited"})
            CHECK_FALSE(contains(complaint(text), word));
    }
}

TEST_CASE("nesting without end is refused, not followed") {
    CHECK(contains(complaint("a = " + std::string(100'000, '[')), "t:1:"));
    std::string tables = "a = ";
    for (int i = 0; i < 50'000; ++i) tables += "{a = ";
    CHECK(contains(complaint(tables), "t:1:"));
    std::string key = "a";
    for (int i = 0; i < 200'000; ++i) key += ".a";
    CHECK(contains(complaint(key + " = 1\n"), "more than eight parts"));
}

}  // namespace
}  // namespace synovia::preset::test
