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
