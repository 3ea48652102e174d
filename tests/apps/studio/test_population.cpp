#include "apps/studio/population.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "solver/parameters.hpp"

using namespace synovia;

TEST_CASE("a population does not depend on how many draw it") {
    const Scenario scenario = default_scenario(Kind::spine);
    std::size_t told = 0;
    const auto population = [&](std::size_t workers) {
        return studio::simulate_population(scenario, 7, 6, workers, [&] { ++told; });
    };
    const std::vector<Subject> alone = population(1), many = population(4);
    CHECK(told == 12);
    REQUIRE(alone.size() == 6);
    REQUIRE(many.size() == 6);
    for (std::size_t i = 0; i < alone.size(); ++i) {
        REQUIRE(alone[i].pops.size() == many[i].pops.size());
        const Subject self = simulate_subject(scenario, 7, i);
        REQUIRE(self.pops.size() == many[i].pops.size());
        for (std::size_t k = 0; k < self.pops.size(); ++k) {
            CHECK(alone[i].pops[k].level == self.pops[k].level);
            CHECK(many[i].pops[k].level == self.pops[k].level);
            CHECK(many[i].pops[k].side == self.pops[k].side);
        }
    }
}

TEST_CASE("a rate that nobody published has nulls") {
    const auto json =
        studio::rates_json({{"share", 12.5, PublishedRate{10.0, "somebody", {5.0, 12.0}}}, {"other", 3.0, {}}});
    CHECK(json[0]["name"] == "share");
    CHECK(json[0]["model"] == 12.5);
    CHECK(json[0]["published"] == 10.0);
    CHECK(json[0]["source"] == "somebody");
    CHECK(json[0]["band"] == nlohmann::ordered_json{5.0, 12.0});
    CHECK(json[0]["agrees"] == false);
    CHECK(json[1]["model"] == 3.0);
    for (const char* key : {"published", "source", "band", "agrees"}) CHECK(json[1][key].is_null());
}
