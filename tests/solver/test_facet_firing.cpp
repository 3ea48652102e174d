#include "solver/facet_firing.hpp"

#include <doctest/doctest.h>

#include "solver/blake.hpp"
#include "tests/solver/compare.hpp"

using namespace synovia;

TEST_CASE("a nucleus that nothing holds fires at Blake's limit, however long it waits") {
    const FacetFiring firing{Scenario{}};
    CHECK_FALSE(firing.wears());
    CHECK(firing.wear_rate(-1e6) == 0.0);
    const double limit = blake_threshold(Scenario{});
    CHECK(firing.limit_pressure() == limit);
    CHECK(firing.margin(0.0, limit + 1.0) > 0.0);
    CHECK(firing.margin(0.0, limit - 1.0) < 0.0);
    CHECK(test::relative_error(firing.distance(0.0, limit + 15e3), 15e3) < 1e-12);
}

TEST_CASE("of several pockets the first to give way counts") {
    Scenario s;
    s.joint.pocket_weights = {0.2, 0.5, 0.3};
    s.bubble.firing = Firing::threshold;
    s.bubble.firing_pressures = {-9e4, -5e4, -7e4};
    CHECK(FacetFiring(s).limit_pressure() == -5e4);

    s.bubble.firing = Firing::rate;
    s.bubble.nucleus_radius = 1e-6;
    s.bubble.strength_draws = {0.1, 2.0, 0.3};  // over (3 w)^1.5: 0.215, 1.09, 0.351
    const FacetFiring firing(s);
    CHECK(firing.wears());
    const double p = -6e4, wear = firing.wear_rate(p);
    CHECK(wear == FiringLaw(s, 0, 3, 0.2).hazard_rate(p));
    CHECK(firing.margin(0.0999, p) > 0.0);
    CHECK(firing.margin(0.1001, p) < 0.0);
    CHECK(firing.margin(0.1001, 0.0) > 0.0);  // torn, and not under Blake's tension yet
}
