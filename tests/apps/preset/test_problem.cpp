#include "apps/preset/problem.hpp"

#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("a problem prints the parts of its place that it has") {
    CHECK(to_string({"a.toml", 3, 7, "gas.model", "wrong"}) == "a.toml:3:7: gas.model: wrong");
    CHECK(to_string({"a.toml", 3, 0, "", "wrong"}) == "a.toml:3: wrong");
    CHECK(to_string({"a.toml", 0, 0, "", "wrong"}) == "a.toml: wrong");
    CHECK(to_string({"", 0, 0, "k", "wrong"}) == "k: wrong");
}

TEST_CASE("the exception lists every problem, one per line") {
    const Error error({{"a", 1, 2, "k", "x"}, {"b", 0, 0, "", "y"}});
    CHECK(std::string(error.what()) == "a:1:2: k: x\nb: y");
    CHECK(error.problems().size() == 2);
}

TEST_CASE("collecting stops at the limit and says so") {
    Problems problems;
    CHECK(problems_of([&] { problems.raise(); }).empty());
    for (std::size_t i = 0; i < Problems::limit + 50; ++i) problems.add({"f", i, 0, std::to_string(i), "x"});
    CHECK(problems.full());
    CHECK(problems.has_key("3"));
    CHECK_FALSE(problems.has_key(std::to_string(Problems::limit)));
    const auto raised = problems_of([&] { problems.raise(); });
    REQUIRE(raised.size() == Problems::limit + 1);
    CHECK(contains(raised.back().message, "stopped after 100"));
}

}  // namespace
}  // namespace synovia::preset::test
