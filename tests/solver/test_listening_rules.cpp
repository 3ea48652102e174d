#include "solver/listening_rules.hpp"

#include <doctest/doctest.h>

#include <string>

#include "solver/parameters.hpp"

using namespace synovia;

namespace {

/// What validate() says of a knuckle with this change; empty: nothing.
template <class Change>
std::string problem(Change change) {
    Scenario s;
    change(s);
    const std::vector<Problem> problems = validate(s);
    return problems.empty() ? "" : problems.front().key + ": " + problems.front().message;
}

}  // namespace

TEST_CASE("an ear lies outside the body") {
    // Behind a sphere of radius b the joint is 2 b nearer than its far side: 0.3 - 0.15 = 0.15 m from the centre.
    const auto turned = [](double radius, double facing, ListenerKind kind) {
        return problem([=](Scenario& s) {
            s.listener.body_radius = radius;
            s.listener.body_facing = facing;
            s.listener.kind = kind;
        });
    };
    CHECK(turned(0.5, 0.0, ListenerKind::mono).empty());
    CHECK(turned(0.14, 180.0, ListenerKind::mono).empty());
    CHECK(turned(0.15, 180.0, ListenerKind::mono) ==
          "listener.body_radius_m: 0.15 puts an ear into the body, 0.15 m from its centre: choose a larger "
          "listener.distance_m or a smaller listener.body_facing_deg");
    // The ears are further from it than the head: hypot(0.15, 0.085) = 0.172.
    CHECK(turned(0.15, 180.0, ListenerKind::stereo).empty());
    // Beside it, the left ear is nearer than the head: hypot(0.3, 0.5 - 0.085) = 0.512, and 1.02 0.5 = 0.51.
    CHECK(turned(0.5, 90.0, ListenerKind::stereo).empty());
    CHECK_FALSE(turned(0.5, 91.0, ListenerKind::stereo).empty());
    CHECK(turned(0.5, 91.0, ListenerKind::mono).empty());
}

TEST_CASE("the head stands before the wall of the room, if there is a room") {
    const auto far = [](RoomKind kind, double distance) {
        return problem([=](Scenario& s) {
            s.room.kind = kind;
            s.listener.distance = distance;
        });
    };
    // 0.4 of 4 m is before the joint, less 0.1 m for the head.
    CHECK(far(RoomKind::none, 2.0).empty());
    for (const RoomKind kind : {RoomKind::near, RoomKind::small}) {
        CHECK(far(kind, 1.5).empty());
        CHECK(far(kind, 1.6) ==
              "listener.distance_m: 1.6 puts the listener's head into the wall behind: in a room of room.length_m = 4 "
              "at most 1.5 m are allowed");
    }
}

TEST_CASE("counts are whole, and every key of the room has its range") {
    CHECK(problem([](Scenario& s) { s.room.reflections = 2.5; }) == "room.reflections: 2.5 is not a whole number");
    CHECK(problem([](Scenario& s) { s.room.seed = 0.5; }) == "room.seed: 0.5 is not a whole number");
    CHECK(problem([](Scenario& s) { s.room.absorption = 1.0; }) ==
          "room.absorption: 1 is outside the allowed range 0.05 to 0.95");
    CHECK(problem([](Scenario& s) { s.room.chest_distance = 0.0; }).starts_with("room.chest_distance_m"));
    CHECK(problem([](Scenario& s) { s.room.table_reflection = -0.1; }).starts_with("room.table_reflection"));
    CHECK(problem([](Scenario& s) { s.listener.body_facing = 181.0; }).starts_with("listener.body_facing_deg"));
}

TEST_CASE("a free bubble is heard in its liquid: nothing of it applies") {
    Scenario s = default_scenario(Kind::bubble);
    s.listener.distance = 50.0;
    s.room.kind = RoomKind::small;
    CHECK(validate(s).empty());
    CHECK_FALSE(applies(*find_parameter("room.kind"), Kind::bubble));
    CHECK(applies(*find_parameter("room.kind"), Kind::spine));
    CHECK(applies(*find_parameter("listener.kind"), Kind::bubble));
}
