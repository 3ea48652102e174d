#include "apps/studio/json_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

using namespace synovia;

TEST_CASE("text that is no UTF-8 still makes JSON") {
    CHECK(nlohmann::json::parse(studio::json_text({{"file", "\xff.wav"}}))["file"] == "\xEF\xBF\xBD.wav");
}

TEST_CASE("a file without a schema, or of another one, is refused") {
    CHECK_NOTHROW(studio::require_schema(studio::schema_json()));
    for (const char* text : {"3", "{}", "{\"schema\": \"1\"}", "{\"schema\": 2}", "{\"schema\": 1e30}"}) {
        CAPTURE(text);
        CHECK_THROWS_AS(studio::require_schema(nlohmann::ordered_json::parse(text)), std::out_of_range);
    }
}

TEST_CASE("JSON text is ASCII, whatever stands in it") {
    const std::string text = studio::json_text({{"file", "\xc2\x9b\u202e\x7f\u00e4"}});
    CHECK(text == "{\n  \"file\": \"\\u009b\\u202e\\u007f\\u00e4\"\n}\n");
}
