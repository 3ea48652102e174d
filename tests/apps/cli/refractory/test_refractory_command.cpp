#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/apps/cli/support.hpp"

using nlohmann::json;
using synovia::cli::test::contains;
using synovia::cli::test::read_file;
using synovia::cli::test::Workplace;

TEST_CASE("a table, and on request a picture") {
    const Workplace place;
    const auto result = place.sh("synovia refractory knuckle --minutes 0,480 -o rest.svg");
    CHECK(result.exit_status == 0);
    CHECK(contains(result.out, "\n  480 min       gone "));
    CHECK(result.err == "wrote rest.svg\n");
    CHECK(contains(read_file(place / "rest.svg"), "Rest before the next pull (min)"));
    CHECK(place.sh("synovia refractory knuckle -o rest.svg").exit_status == 5);
    CHECK(place.sh("synovia refractory knuckle -o rest.gif").exit_status == 2);
    CHECK(place.sh("synovia refractory knuckle -o -").exit_status == 2);
}

TEST_CASE("a load on the resting gas brings the period to the twenty minutes of the literature") {
    const Workplace place;
    const auto of = [&](const std::string& more) {
        return json::parse(place.sh("synovia refractory knuckle --minutes 0 --format json" + more).out);
    };
    // 235 and 20.0 min: by an independent program, to 0.5 %.
    CHECK(of("")["period_min"].get<double>() == synovia::test::near(234.9, 5e-3));
    CHECK(of(" --set gas.resting_load_pa=70.7kPa")["period_min"].get<double>() == synovia::test::near(20.0, 5e-3));
    CHECK(of("")["rows"][0]["relative_db"].get<double>() < -40.0);
}

TEST_CASE("what does not pop has nothing to rest from; what cannot rest is refused") {
    const Workplace place;
    const auto slow = place.sh("synovia refractory knuckle-slow");
    CHECK(slow.exit_status == 0);
    CHECK(contains(slow.out, "the first pull does not pop"));
    const auto bubble = place.sh("synovia refractory minnaert");
    CHECK(bubble.exit_status == 3);
    CHECK(contains(bubble.err, "minnaert: kind is bubble; only a joint rests between two pulls"));
    CHECK(place.sh("synovia refractory thrust-l45").exit_status == 3);
    CHECK(contains(place.sh("synovia refractory knuckle --set gas.model=polytropic").err, "gas.model must be species"));
    for (const char* list : {"''", "1,,2", "-1", "10081", "nan", "1e99", "abc"}) {
        CAPTURE(list);
        CHECK(place.sh(std::string("synovia refractory knuckle --minutes=") + list).exit_status == 2);
    }
}
