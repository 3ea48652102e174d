#include <algorithm>

#include "apps/preset/document.hpp"
#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(std::string_view text) {
    return report(problems_of([&] { parse_sidecar(text, "s.json"); }));
}

const Entry& entry(const Document& document, std::string_view key) {
    const auto found =
        std::find_if(document.entries.begin(), document.entries.end(), [&](const Entry& e) { return e.key == key; });
    REQUIRE(found != document.entries.end());
    return *found;
}

TEST_CASE("scenario and about are read with their places, the rest of a side-car is passed over") {
    const Document document = parse_sidecar(
        "{\n  \"version\": \"1\", \"gain\": {\"scenario\": 1},\n  \"about\": {\"title\": \"x\", \"sources\": "
        "[\"p\"]},\n"
        "  \"scenario\": {\n    \"kind\": \"joint\",\n    \"n\": 3, \"f\": 1.5, \"b\": false, \"z\": null,\n"
        "    \"l\": [1, 2], \"e\": [], \"m\": [1, \"a\"], \"o\": {\"p\": 1}\n  }\n}\n",
        "s.json");
    CHECK(document.is_sidecar);
    CHECK(document.entries.size() == 11);
    CHECK(std::get<std::string>(entry(document, "about.title").value) == "x");
    CHECK(std::get<std::vector<std::string>>(entry(document, "about.sources").value).size() == 1);
    CHECK(std::get<double>(entry(document, "n").value) == 3.0);
    CHECK(entry(document, "n").line == 6);
    CHECK(entry(document, "n").column == 5);
    CHECK(entry(document, "f").column == 13);
    CHECK_FALSE(std::get<bool>(entry(document, "b").value));
    CHECK(std::holds_alternative<Absent>(entry(document, "z").value));
    CHECK(std::get<std::vector<double>>(entry(document, "l").value) == std::vector<double>{1.0, 2.0});
    CHECK(std::get<std::vector<double>>(entry(document, "e").value).empty());
    CHECK(describe(entry(document, "m").value) == "a list of mixed or nested values");
    CHECK(describe(entry(document, "o").value) == "an object");
}

TEST_CASE("what is no side-car is reported at its place") {
    CHECK(contains(complaint("{\n  \"scenario\": {,}\n}"), "s.json:2:16: not valid JSON"));
    CHECK(contains(complaint("{\"a\": 1}"), "holds no object \"scenario\""));
    CHECK(contains(complaint("{\"scenario\": 3}"), "s.json:1:2: \"scenario\" is not an object"));
    CHECK(contains(complaint("{\"scenario\": {}, \"about\": []}"), "s.json:1:18: \"about\" is not an object"));
    CHECK(contains(complaint("{\"scenario\": {\"x\": 1,\n \"x\": 2}}"), "s.json:2:2: \"scenario.x\" is given twice"));
    CHECK(contains(complaint("{\"scenario\": {\"x\": 1e999}}"), "not valid JSON"));
    CHECK(contains(complaint("{\"scenario\": {\"x\": \"\xff\"}}"), "not valid JSON"));
    CHECK(contains(complaint("{\"scenario\": {"), "not valid JSON"));
    CHECK(contains(complaint("{"), "not valid JSON"));
    CHECK(contains(complaint("{\"scenario\": {\"x\": NaN}}"), "not valid JSON"));
    for (const char* text : {"null", "3", "[]", "\"x\""}) CHECK(contains(complaint(text), "it is no JSON object"));
    CHECK(contains(complaint("{\"scenario\": {\"extends\": \"/etc/passwd\"}}"), "a side-car extends nothing"));
}

TEST_CASE("a mix is called one where one joint is wanted") {
    CHECK(contains(complaint("{\"joints\": [{}, {}]}"),
                   "s.json:1:2: a mix of 2 joints, and one is wanted here; render and play take a mix"));
}

TEST_CASE("keys with escapes still have a place") {
    const Document document = parse_sidecar("{\"scenario\": {\"a\\u0062\": 1}}", "s");
    CHECK(entry(document, "ab").column == 15);
}

TEST_CASE("a schema of another version is refused with what is read") {
    CHECK(contains(complaint("{\"schema\": 2,\n \"scenario\": {}}"),
                   "s.json:1:2: schema: given 2; this version reads 1"));
    CHECK(contains(complaint("{\"schema\": \"1\", \"scenario\": {}}"), "schema: given \"1\"; this version reads 1"));
    CHECK(parse_sidecar("{\"schema\": 1, \"scenario\": {\"a\": 1}}", "s").entries.size() == 1);
}

}  // namespace
}  // namespace synovia::preset::test
