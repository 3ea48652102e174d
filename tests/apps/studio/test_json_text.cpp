#include "apps/studio/json_text.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace synovia;

TEST_CASE("text that is no UTF-8 still makes JSON") {
    CHECK(nlohmann::json::parse(studio::json_text({{"file", "\xff.wav"}}))["file"] == "\xEF\xBF\xBD.wav");
}
