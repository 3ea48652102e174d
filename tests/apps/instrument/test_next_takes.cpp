#include "apps/instrument/next_takes.hpp"

#include <algorithm>

#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using synovia::studio::TakeRequest;

TEST_CASE("takes of each velocity are counted apart") {
    NextTakes takes;
    takes.count(takes.next(0.7, {}));
    takes.count(takes.next(0.7, 1e-4));
    takes.count(takes.next(0.9, {}));
    CHECK(takes.next(0.7, {}) == TakeRequest{3, 0.7, {}});
    CHECK(takes.next(0.9, 2e-4) == TakeRequest{2, 0.9, 2e-4});
    CHECK(takes.next(0.1, {}) == TakeRequest{1, 0.1, {}});
}

TEST_CASE("asking for a take counts nothing") {
    const NextTakes takes;
    CHECK(takes.next(0.7, {}) == takes.next(0.7, {}));
}

TEST_CASE("made ahead: the next as the joint is, then one of each velocity, then more of the last one, each once") {
    NextTakes takes;
    takes.expect({0.2, 0.9});
    takes.count(takes.next(0.9, {}));
    const auto list = takes.ahead(1e-4);
    REQUIRE(list.size() == 11);
    CHECK(list[0] == TakeRequest{2, 0.9, 1e-4});
    CHECK(list[1] == TakeRequest{1, 0.2, {}});
    CHECK(list[2] == TakeRequest{2, 0.9, {}});
    CHECK(list[3] == TakeRequest{3, 0.9, {}});
    CHECK(list[9] == TakeRequest{9, 0.9, {}});
    CHECK(list[10] == TakeRequest{2, 0.2, {}});
    CHECK(takes.ahead({}).front() == TakeRequest{2, 0.9, {}});
    CHECK(takes.ahead({}).size() == 10);  // of a rested joint the first is one of the others
}
