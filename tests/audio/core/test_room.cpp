#include "audio/core/room.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

TEST_CASE("room texts are read and written") {
    for (const char* text : {"none", "near", "small"}) CHECK(to_text(parse_room(text)) == text);
    CHECK_THROWS_WITH(parse_room("hall"), "room \"hall\" is none of: none, near, small");
}

TEST_CASE("the size of a room") {
    const RoomSize size = size_of({});
    CHECK(size.volume_m3 == near(30.0, 1e-12));
    CHECK(size.surface_m2 == near(59.0, 1e-12));
    CHECK(size.absorption_area_m2 == near(59.0 * std::log(4.0 / 3.0), 1e-12));
}

TEST_CASE("everything out of range is listed") {
    RoomSettings room{RoomKind::near, 0.0, 1.1, 1.0, -0.1, 1.0, 30.0, std::nan(""), 0.0, 61, 1};
    try {
        require_valid(room, 2.0);
        FAIL("accepted");
    } catch (const std::invalid_argument& error) {
        const std::string text = error.what();
        for (const char* name : {"chest_distance_m", "chest_reflection", "table_distance_m", "table_reflection",
                                 "length_m", "width_m", "height_m", "absorption", "reflections", "listener's distance"})
            CHECK(text.find(name) != std::string::npos);
    }
    room.kind = RoomKind::none;
    CHECK_NOTHROW(require_valid(room, 2.0));
}

TEST_CASE("the listener must fit into the room") {
    RoomSettings room;
    room.kind = RoomKind::small;
    CHECK_NOTHROW(require_valid(room, 1.5));
    CHECK_THROWS_WITH(require_valid(room, 1.6), "the listener's distance in this room is 1.6, allowed are 0.01 to 1.5");
}
