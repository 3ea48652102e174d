#include "apps/studio/renderers.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "solver/emission.hpp"
#include "solver/parameters.hpp"
#include "tests/near.hpp"

using namespace synovia;
using namespace synovia::studio;
using synovia::test::near;

namespace {

/// Level of a listener's body re none, far away [dB].
double body_db(double radius_m, double hertz, double facing_deg) {
    Listener listener;
    listener.distance = 100.0;
    listener.body_radius = radius_m;
    listener.body_facing = facing_deg;
    const double w = 2.0 * std::numbers::pi * hertz;
    return 20.0 * std::log10(std::abs(body_response(listener).response(w)));
}

}  // namespace

TEST_CASE("listener.body_radius_m is a rigid sphere with the joint on its skin") {
    // Published figures for far in front: a trunk of 15 cm, a finger of 8 mm.
    CHECK(std::abs(body_db(0.15, 500.0, 0.0) - 3.6) < 0.05);
    CHECK(std::abs(body_db(0.15, 1000.0, 0.0) - 4.7) < 0.05);
    CHECK(std::abs(body_db(0.15, 2000.0, 0.0) - 5.6) < 0.05);
    CHECK(std::abs(body_db(0.15, 4000.0, 0.0) - 5.9) < 0.05);
    CHECK(std::abs(body_db(0.008, 4000.0, 0.0) - 1.1) < 0.05);
    CHECK(std::abs(body_db(0.008, 8000.0, 0.0) - 3.4) < 0.05);
    for (const double hertz : {500.0, 1000.0, 2000.0, 4000.0}) CHECK(std::abs(body_db(0.15, hertz, 180.0)) < 2.0);
}

TEST_CASE("without a body there is no response") { CHECK_FALSE(body_response(Listener{}).response); }

TEST_CASE("a renderer is made once for a body and a side of it") {
    Renderers renderers(48000.0);
    const audio::SphereBody front{0.15, 0.3, 0.0, 343.0};
    audio::SphereBody side = front;
    side.facing_deg = 30.0;
    audio::Renderer& none = renderers.of(std::nullopt);
    CHECK(&renderers.of(front) == &renderers.of(front));
    CHECK(&renderers.of(front) != &renderers.of(side));
    CHECK(&renderers.of(front) != &none);
    CHECK(none.tail_s() == audio::kernel_reach_s(48000.0));
    CHECK(renderers.of(side).tail_s() == near(audio::kernel_reach_s(48000.0) + 22.0 * 0.15 / 343.0, 1e-12));
    CHECK(&renderers_at(48000.0) == &renderers_at(48000.0));
    CHECK(&renderers_at(48000.0) != &renderers_at(96000.0));
}

TEST_CASE("solver and renderer mean the same room: defaults, and every end of every range") {
    CHECK(settings_of(Room{}) == audio::RoomSettings{});
    for (const RoomKind kind : {RoomKind::near, RoomKind::small})
        for (const Parameter& parameter : parameters()) {
            if (!parameter.key.starts_with("room.") || parameter.key == "room.kind") continue;
            CAPTURE(parameter.key);
            for (const double value : {parameter.min, parameter.max}) {
                Scenario s;
                s.room.kind = kind;
                set_number(s, parameter, value);
                REQUIRE(validate(s).empty());
                CHECK(audio::to_text(settings_of(s.room).kind) == (kind == RoomKind::near ? "near" : "small"));
                CHECK_NOTHROW(audio::require_valid(settings_of(s.room), s.listener.distance));
                set_number(s, parameter, value == parameter.min ? value - 0.1 : value + 1.0);
                CHECK_FALSE(validate(s).empty());
            }
        }
    Scenario far;
    far.room.kind = RoomKind::near;
    far.listener.distance = 1.5;
    CHECK_NOTHROW(audio::require_valid(settings_of(far.room), 1.5));
    CHECK_THROWS(audio::require_valid(settings_of(far.room), 1.51));
}

TEST_CASE("a joint is heard by the air's spherical spreading") {
    const audio::Hearing hearing = hearing_of(Scenario{}, 0.25);
    CHECK(hearing.distance_m == 0.3);
    CHECK(hearing.path.gain_pa_s2_m3 == near(1.204 / (4.0 * std::numbers::pi * 0.3), 1e-14));
    CHECK(hearing.path.delay_s == near(0.25 + 0.3 / 343.0, 1e-14));
    CHECK(hearing.sound_speed_m_s == 343.0);
}
