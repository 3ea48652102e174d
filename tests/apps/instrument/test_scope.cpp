#include "apps/instrument/scope.hpp"

#include "tests/apps/instrument/support.hpp"

using namespace synovia::instrument;
using namespace synovia::studio;

namespace {

Glance level(double value) { return {{value, value}, {}, {}}; }

std::vector<double> gaps(const Scope& scope, std::size_t count) {
    std::vector<double> values;
    for (const Glance& glance : scope.last(count)) values.push_back(glance.gap.low);
    return values;
}

using Values = std::vector<double>;

}  // namespace

TEST_CASE("time that goes by leaves the line of rest") {
    Scope scope(level(1.0));
    CHECK(gaps(scope, 3) == Values{1, 1, 1});
    scope.pass(0.01, level(2.0));
    CHECK(gaps(scope, 4) == Values{1, 1, 2, 2});
}

TEST_CASE("what is drawn ahead appears as time goes by") {
    Scope scope(level(0.0));
    scope.draw(0.0, std::vector{level(1.0), level(2.0), level(3.0)});
    CHECK(gaps(scope, 2) == Values{0, 0});
    scope.pass(0.01, level(9.0));
    CHECK(gaps(scope, 3) == Values{0, 1, 2});
    scope.pass(0.01, level(9.0));
    CHECK(gaps(scope, 4) == Values{1, 2, 3, 9});
}

TEST_CASE("a pull that was left out of the sound is drawn into the past") {
    Scope scope(level(0.0));
    scope.pass(1.0, level(0.0));
    scope.draw(-0.01, std::vector{level(1.0), level(2.0), level(3.0)});
    CHECK(gaps(scope, 3) == Values{0, 1, 2});
    scope.pass(0.005, level(0.0));
    CHECK(gaps(scope, 4) == Values{0, 1, 2, 3});
}

TEST_CASE("a new pop takes the place of the rest of an old one") {
    Scope scope(level(0.0));
    scope.draw(0.0, std::vector<Glance>(100, level(1.0)));
    scope.pass(0.01, level(0.0));
    scope.draw(0.0, std::vector{level(2.0)});
    scope.pass(0.01, level(0.0));
    CHECK(gaps(scope, 4) == Values{1, 1, 2, 0});
}

TEST_CASE("pieces of a pull follow each other, whenever they come") {
    Scope scope(level(0.0));
    scope.append(level(1.0));
    scope.append(level(2.0));
    scope.pass(0.02, level(0.0));
    scope.append(level(3.0));
    scope.pass(0.005, level(0.0));
    CHECK(gaps(scope, 5) == Values{1, 2, 0, 0, 3});
}

TEST_CASE("what is longer than the paper does no harm") {
    Scope scope(level(0.0));
    scope.draw(-50.0, std::vector{level(7.0)});  // would come round to where the present is
    CHECK(gaps(scope, Scope::length / 2) == Values(Scope::length / 2, 0.0));
    scope.draw(-1000.0, std::vector<Glance>(300'000, level(1.0)));
    scope.pass(3600.0, level(5.0));
    CHECK(gaps(scope, Scope::length / 2) == Values(Scope::length / 2, 5.0));
}
