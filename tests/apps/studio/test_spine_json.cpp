#include "apps/studio/spine_json.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <numbers>
#include <string>

#include "tests/near.hpp"

using namespace synovia;
using synovia::test::near;

TEST_CASE("a facet under the keys of the contract, each documented") {
    SpineRun spine;
    FacetResult facet;
    facet.level = 6;
    facet.side = Side::right;
    facet.turn = std::numbers::pi / 60.0;
    facet.pop_times = {2.25};
    facet.peak_level = 93.5;
    facet.reason = FacetReason::popped;
    spine.facets = {facet, {}};
    const nlohmann::ordered_json list = studio::facets_json(spine);
    REQUIRE(list.size() == 2);
    std::string keys, documented;
    for (const auto& [key, value] : list[0].items()) keys += key + " ";
    for (const studio::KeyText& key : studio::facet_keys()) documented.append(key.key).append(" ");
    CHECK(keys == documented);
    CHECK(list[0]["level"] == "L4-L5");
    CHECK(list[0]["side"] == "right");
    CHECK(list[0]["popped"] == true);
    CHECK(list[0]["turn_deg"].get<double>() == near(3.0, 1e-14));
    CHECK(list[0]["pop_times_s"] == nlohmann::ordered_json{2.25});
    CHECK(list[0]["peak_level_db_spl"] == 93.5);
    CHECK(list[1]["peak_level_db_spl"].is_null());
    CHECK(list[1]["sentence"] == "closed side: the joint is pressed together");
}
