#include "apps/preset/json_reader.hpp"

#include <nlohmann/json.hpp>

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

std::string complaint(std::string_view text) {
    return report(problems_of([&] { read_json(text, "j"); }));
}

std::string nested(std::size_t depth, std::string_view open, std::string_view close, std::string_view core) {
    std::string text;
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += core;
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text;
}

TEST_CASE("JSON nests 64 brackets deep and no deeper") {
    CHECK(read_json(nested(64, "[", "]", "1"), "j").size() == 1);
    CHECK(read_json(nested(63, "{\"a\":", "}", "[]"), "j").size() == 1);
    CHECK(complaint(nested(65, "[", "]", "1")) == "j:1:65: nested deeper than 64 brackets\n");
    CHECK(complaint(nested(100'000, "{\"a\":", "}", "1")) == "j:1:321: nested deeper than 64 brackets\n");
    CHECK(contains(complaint(std::string(1'000'000, '[')), "nested deeper"));
}

TEST_CASE("faults are told in words of our own, at their place") {
    CHECK(complaint("{\n \"a\": 1,\n \"b\": x1}") == "j:3:7: not valid JSON from \"x1}\" on\n");
    CHECK(complaint("{\"a\": [1, 2") == "j:1:12: not valid JSON: it ends too early\n");
    CHECK(contains(complaint("[1e999]"), "not valid JSON: a number beyond what a double holds"));
    CHECK(contains(complaint("[\"\xff\"]"), "j:1:3: not valid JSON from \"\\xff"));
    CHECK(contains(complaint(""), "ends too early"));
}

TEST_CASE("a key given twice is refused at any depth, in another object it is another key") {
    CHECK(complaint("{\"a\": 1, \"a\": 2}") == "j:1:10: \"a\" is given twice\n");
    CHECK(complaint("[{\"a\": {\"b\": {\"c\": 1, \"c\": 2}}}]") == "j:1:23: \"[0].a.b.c\" is given twice\n");
    CHECK(read_json("[{\"a\": 1}, {\"a\": {\"a\": 2}}]", "j").size() == 2);
}

TEST_CASE("a byte order mark is passed over, and counts in no place") {
    CHECK(read_json("\xef\xbb\xbf[1]", "j") == nlohmann::ordered_json{1});
    CHECK(complaint("\xef\xbb\xbf[x]") == "j:1:2: not valid JSON from \"x]\" on\n");
}

TEST_CASE("keys are found where they stand, those of a scenario in a list too") {
    KeyPlaces places;
    read_json(
        "{\"joints\": [7, [8],\n {\"name\": 1, \"scenario\": {\"x\": [1, 2],\n  \"y\": {\"z\": 1}}},\n"
        " {\"about\": {\"title\": 1}}],\n \"render\": {\"seed\": 1, \"deep\": {\"er\": 1}}}",
        "j", places);
    const auto place = [&](const std::string& path) {
        const auto found = places.find(path);
        return found == places.end() ? "none"
                                     : std::to_string(found->second.line) + ":" + std::to_string(found->second.column);
    };
    CHECK(place("joints") == "1:2");
    CHECK(place("joints[2].scenario.x") == "2:27");
    CHECK(place("joints[2].scenario.y") == "3:3");
    CHECK(place("joints[3].about.title") == "4:13");
    CHECK(place("render.seed") == "5:13");
    CHECK(place("joints[2].name") == "none");
    CHECK(place("render.deep.er") == "none");
}

}  // namespace
}  // namespace synovia::preset::test
