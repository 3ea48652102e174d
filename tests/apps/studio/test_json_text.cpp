#include "apps/studio/json_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace synovia;

TEST_CASE("text that is no UTF-8 still makes JSON") {
    CHECK(nlohmann::json::parse(studio::json_text({{"file", "\xff.wav"}}))["file"] == "\xEF\xBF\xBD.wav");
}

TEST_CASE("JSON text is ASCII, whatever stands in it") {
    const std::string text = studio::json_text({{"file", "\xc2\x9b\u202e\x7f\u00e4"}});
    CHECK(text == "{\n  \"file\": \"\\u009b\\u202e\\u007f\\u00e4\"\n}\n");
}
