#include "apps/studio/json_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

using namespace synovia;

TEST_CASE("text that is no UTF-8 still makes JSON") {
    CHECK(nlohmann::json::parse(studio::json_text({{"file", "\xff.wav"}}))["file"] == "\xEF\xBF\xBD.wav");
}

TEST_CASE("64 lists within each other are read, one more is not") {
    const auto lists = [](int depth) {
        const auto n = static_cast<std::size_t>(depth);
        return std::string(n, '[') + std::string(n, ']');
    };
    CHECK_NOTHROW(studio::read_json(lists(studio::deepest_json)));
    CHECK_THROWS_AS(studio::read_json(lists(studio::deepest_json + 1)), std::out_of_range);
    CHECK_THROWS_AS(studio::read_json(std::string(100'000, '{')), std::out_of_range);
    CHECK_THROWS_AS(studio::read_json("{"), nlohmann::json::exception);
}

TEST_CASE("brackets in texts do not count, nor do those beside each other") {
    const std::string brackets(100, '[');
    CHECK(studio::read_json("[\"" + brackets + "\\\"" + brackets + "\"]")[0] == brackets + "\"" + brackets);
    std::string flat = "[";
    for (int i = 0; i < 100; ++i) flat += "[],";
    CHECK(studio::read_json(flat + "[]]").size() == 101);
}

TEST_CASE("a file without a schema, or of another one, is refused") {
    CHECK_NOTHROW(studio::require_schema(studio::schema_json()));
    for (const char* text : {"3", "{}", "{\"schema\": \"1\"}", "{\"schema\": 2}", "{\"schema\": 1e30}"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(studio::require_schema(studio::read_json(text)), std::out_of_range);
    }
}
