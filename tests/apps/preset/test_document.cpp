#include "apps/preset/document.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("values are described for messages") {
    CHECK(describe(0.25) == "the number 0.25");
    CHECK(describe(true) == "the truth value true");
    CHECK(describe(false) == "the truth value false");
    CHECK(describe(std::string("a\nb")) == "the text \"a\\nb\"");
    CHECK(describe(std::vector<double>{1, 2}) == "a list of 2 numbers");
    CHECK(describe(std::vector<std::string>{"x"}) == "a list of 1 texts");
    CHECK(describe(Absent{}) == "null");
    CHECK(describe(Other{"a table"}) == "a table");
}

TEST_CASE("the first character decides between TOML and side-car") {
    CHECK(parse_document(" \n{\"scenario\": {}}", "b").is_sidecar);
    CHECK_FALSE(parse_document("schema = 1", "b").is_sidecar);
    CHECK(parse_document(" \n", "b").entries.empty());
    CHECK_THROWS_WITH_AS(parse_document("null", "b.json"), doctest::Contains("it is no JSON object"), Error);
    CHECK(parse_document("\xef\xbb\xbf{\"scenario\": {}}", "b").is_sidecar);
    CHECK(parse_document("\xef\xbb\xbfschema = 1", "b").entries.size() == 1);
}

}  // namespace
}  // namespace synovia::preset::test
