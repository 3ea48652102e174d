#include "apps/preset/keys.hpp"

#include <algorithm>
#include <set>

#include "apps/preset/tables.hpp"
#include "solver/spine_levels.hpp"
#include "tests/apps/preset/support.hpp"

namespace synovia::preset::test {
namespace {

TEST_CASE("the known keys are the solver's, those of the header, of [about] and of the points, each once") {
    const auto keys = known_keys();
    const std::set<std::string_view> unique(keys.begin(), keys.end());
    CHECK(unique.size() == keys.size());
    std::size_t lists = 0;
    for (const Table& table : tables()) lists += table.list_keys.size();
    CHECK(lists == 2 + 2 + spine_columns().size());  // t_s and p_pa, t_s and x_m, the inputs of a level
    CHECK(keys.size() == parameters().size() + 7 + lists);
    for (const Parameter& p : parameters()) CHECK(unique.count(p.key) == 1);
    CHECK(unique.count("about.sources") == 1);
    CHECK(unique.count("extends") == 1);
}

TEST_CASE("kind names stand in the order of the enumeration") {
    CHECK(kind_names()[static_cast<std::size_t>(Kind::joint)] == "joint");
    CHECK(kind_names()[static_cast<std::size_t>(Kind::bubble)] == "bubble");
}

}  // namespace
}  // namespace synovia::preset::test
