#include "solver/spine_population.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <stdexcept>

#include "solver/parameters.hpp"
#include "tests/near.hpp"

using namespace synovia;
using synovia::test::near;

TEST_CASE("a person depends on seed and number alone") {
    const Individual a = draw_individual(1, 17), b = draw_individual(1, 17), c = draw_individual(1, 18);
    CHECK(a.nucleus_radius == b.nucleus_radius);
    CHECK(a.moment == b.moment);
    CHECK(a.nucleus_radius != c.nucleus_radius);
    CHECK(a.nucleus_radius != draw_individual(2, 17).nucleus_radius);
    CHECK(a.nucleus_radius[0] != a.refill_time[0]);
}

TEST_CASE("factors are log-normal about 1") {
    double sum = 0.0, squares = 0.0;
    constexpr int people = 500;
    for (std::size_t i = 0; i < people; ++i)
        for (const double factor : draw_individual(3, i).nucleus_radius) {
            sum += std::log(factor);
            squares += std::log(factor) * std::log(factor);
        }
    const double n = people * 16.0;
    CHECK(std::abs(sum / n) < 4.0 * 0.45 / std::sqrt(n));
    CHECK(std::abs(std::sqrt(squares / n) - 0.45) < 4.0 * 0.45 / std::sqrt(2.0 * n));
}

TEST_CASE("without a spread everybody is the preset") {
    const SpineSpread none{0.0, 0.0, 0.0, 0.0, 0.0};
    const Subject subject = simulate_subject(default_scenario(Kind::spine), 1, 5, none);
    REQUIRE(subject.pops.size() == 2);
    CHECK(subject.pops[0].level == 6);
    CHECK(subject.pops[1].level == 7);
    CHECK_FALSE(subject.pops[0].before_thrust);
}

TEST_CASE("the mirror image of a person is the person of the mirror image") {
    Scenario s = default_scenario(Kind::spine);
    for (std::size_t i = 0; i < 4; ++i) {
        s.spine.side = Side::left;
        const Subject left = simulate_subject(s, 9, i);
        s.spine.side = Side::right;
        const Subject right = simulate_subject(s, 9, i);
        REQUIRE(left.pops.size() == right.pops.size());
        for (std::size_t k = 0; k < left.pops.size(); ++k) {
            CHECK(left.pops[k].level == right.pops[k].level);
            CHECK(left.pops[k].side != right.pops[k].side);
        }
    }
}

TEST_CASE("rates are counted by hand") {
    const Spine spine;  // L4-L5, left
    const std::vector<Subject> subjects{{{{6, Side::left, false}, {7, Side::left, false}}, false},
                                        {{{3, Side::right, true}}, false},
                                        {{}, false},
                                        {{{6, Side::left, true}, {6, Side::right, false}}, false}};
    const auto rates = population_rates(spine, subjects);
    CHECK(rates[0].model == 50.0);                          // two of four before the thrust
    CHECK(rates[1].model == 75.0);                          // three of four
    CHECK(rates[2].model == near(80.0, 1e-14));             // four of five pops below L3
    CHECK(rates[3].model == near(3.5 * 4.0 / 5.0, 1e-14));  // 0 + 1 + 3 + 0 + 0 levels away
    CHECK(rates[4].model == near(60.0, 1e-14));
    CHECK(rates[5].model == 1.25);
    CHECK(rates[6].model == near(60.0, 1e-14));
    CHECK(rates[7].model == near(100.0 / 5.0 * 1.0, 1e-14));  // one level on both sides
}

TEST_CASE("what nobody published stands without a verdict") {
    Spine spine;
    spine.kind = SpineKind::twist;
    std::vector<Subject> subjects(4);
    subjects[0].pops = {{0, Side::left, false}};
    subjects[1].pops = {{3, Side::left, false}, {5, Side::left, false}};
    subjects[3].failed = true;  // and so left out
    const auto twist = population_rates(spine, subjects);
    REQUIRE(twist.size() == 4);
    CHECK(twist[0].model == near(200.0 / 3.0, 1e-14));
    CHECK(twist[1].model == near(100.0 / 3.0, 1e-14));
    CHECK(twist[2].model == near(100.0 / 3.0, 1e-14));
    CHECK(twist[3].model == near(1.0, 1e-14));
    for (const PopulationRate& rate : twist) {
        CHECK_FALSE(rate.published);
        CHECK_FALSE(rate.agrees());
    }
    spine.kind = SpineKind::positioning;
    CHECK(population_rates(spine, subjects)[0].published->value == 30.0);
}

TEST_CASE("a population has people, but not a thousand million") {
    CHECK_THROWS_AS(check_subjects(0), std::invalid_argument);
    CHECK_THROWS_AS(check_subjects(1'000'000'000), std::invalid_argument);
    CHECK_NOTHROW(check_subjects(200));
}
