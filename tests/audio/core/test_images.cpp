#include "audio/core/images.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "audio/core/diffuse.hpp"
#include "tests/near.hpp"

using namespace synovia::audio;
using synovia::test::near;

namespace {

RoomSettings room_of(RoomKind kind) {
    RoomSettings room;
    room.kind = kind;
    return room;
}

double distance(const Place& a, const Place& b) { return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z); }

const Hearing hearing{0.3, {2.0, 0.3 / 343.0}, 343.0};
const Place head{0.0, -0.3, 0.0};

}  // namespace

TEST_CASE("chest and table by hand") {
    // Listener 0.3 m before the joint. Chest: 0.3 + 2 0.3 = 0.9 m; table: sqrt(0.3^2 + 0.6^2); both: sqrt(0.9^2 +
    // 0.6^2).
    const auto all = echoes(room_of(RoomKind::near), {}, ears(Listening::mono, 0.3), hearing);
    REQUIRE(all.size() == 3);
    const std::array ways{0.9, std::sqrt(0.45), std::sqrt(1.17)}, gains{0.4, 0.4, 0.16};
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(all[i].size() == 1);
        CHECK(all[i][0].delay_s == near(ways[i] / 343.0, 1e-12));
        CHECK(all[i][0].gain_pa_s2_m3 == near(2.0 * gains[i] * 0.3 / ways[i], 1e-12));
    }
}

TEST_CASE("rendered, a reflection is the sound again, later and softer") {
    // 0.5 m more at 500 m/s is 48 samples.
    const RoomSettings room{RoomKind::near, 0.25, 0.5, 0.25, 0.0};
    const std::vector<double> time{0.0101, 0.01013}, strength{1.0, -0.4};
    const Hearing fast{0.3, {1.0, 0.3 / 500.0}, 500.0};
    const auto paths = echoes(room, {}, ears(Listening::mono, 0.3), fast);
    REQUIRE(paths.size() == 1);
    const std::vector<Monopole> monopoles{{time, strength, {fast.path}}, {time, strength, paths[0]}};
    Renderer renderer;
    const Signal both = renderer.render(monopoles, {0.0, 0.03}),
                 alone = renderer.render({monopoles.data(), 1}, {0.0, 0.03});
    const double peak = sample_peak(alone);
    for (std::size_t n = 48; n < alone.samples.size(); ++n)
        CHECK(std::abs(both.samples[n] - alone.samples[n] - 0.5 * 0.3 / 0.8 * alone.samples[n - 48]) < 1e-7 * peak);
}

TEST_CASE("a joint in the middle is reflected alike to both ears, one on the right earlier to the right") {
    const auto ear = ears(Listening::stereo, 0.3);
    for (const auto& paths : echoes(room_of(RoomKind::near), {}, ear, hearing)) {
        REQUIRE(paths.size() == 2);
        CHECK(paths[0].delay_s == near(paths[1].delay_s, 1e-12));
    }
    for (const auto& paths : echoes(room_of(RoomKind::near), {0.1, 0.0, 0.0}, ear, hearing)) {
        CHECK(paths[1].delay_s < paths[0].delay_s);
        CHECK(paths[1].gain_pa_s2_m3 > paths[0].gain_pa_s2_m3);
    }
}

TEST_CASE("the six walls' first images by hand") {
    RoomSettings room =
        room_of(RoomKind::small);  // 3 x 4 x 2.5: the origin is 1.35, 1.6 and 1.125 from the lower walls
    const auto images = wall_images(room, {}, head, 24);
    const std::vector<Place> firsts{{-2.7, 0.0, 0.0}, {3.3, 0.0, 0.0},   {0.0, -3.2, 0.0},
                                    {0.0, 4.8, 0.0},  {0.0, 0.0, -2.25}, {0.0, 0.0, 2.75}};
    for (const Place& first : firsts) {
        const auto found = std::find_if(images.begin(), images.end(),
                                        [&](const Image& image) { return distance(image.place, first) < 1e-12; });
        REQUIRE(found != images.end());
        CHECK(found->gain == near(std::sqrt(0.75), 1e-12));
    }
    CHECK(distance(images[0].place, firsts[4]) < 1e-12);  // the floor's is the nearest
}

namespace {

/// All images up to this order within `far_m` by reflecting, wall after wall, without a formula for them.
std::vector<Place> reflected(const RoomSettings& room, int order, double far_m) {
    const double w = room.width_m, l = room.length_m, h = room.height_m;
    const std::array low{-0.45 * w, -0.4 * l, -0.45 * h}, high{0.55 * w, 0.6 * l, 0.55 * h};
    std::vector<Place> all{{}};
    for (std::size_t begin = 0; order > 0; --order) {
        const std::size_t end = all.size();
        for (; begin < end; ++begin) {
            const Place p = all[begin];
            for (const Place& q : {Place{2.0 * low[0] - p.x, p.y, p.z}, Place{2.0 * high[0] - p.x, p.y, p.z},
                                   Place{p.x, 2.0 * low[1] - p.y, p.z}, Place{p.x, 2.0 * high[1] - p.y, p.z},
                                   Place{p.x, p.y, 2.0 * low[2] - p.z}, Place{p.x, p.y, 2.0 * high[2] - p.z}})
                if (distance(q, {}) < far_m &&
                    std::none_of(all.begin(), all.end(), [&](const Place& r) { return distance(q, r) < 1e-9; }))
                    all.push_back(q);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("the images are the nearest ones, in a cube and in a hall that is flat") {
    RoomSettings flat = room_of(RoomKind::small), cube = flat;
    flat.length_m = flat.width_m = 20.0;
    flat.height_m = 2.0;
    cube.length_m = cube.width_m = cube.height_m = 2.5;
    for (const RoomSettings& room : {flat, cube}) {
        const double far_m = room.length_m == 20.0 ? 25.0 : 10.0;
        std::vector<double> expected;
        for (const Place& place : reflected(room, 20, far_m)) expected.push_back(distance(place, head));
        std::sort(expected.begin(), expected.end());
        REQUIRE(expected[60] < far_m - 1.0);
        const auto images = wall_images(room, {}, head, 60);
        REQUIRE(images.size() == 60);
        for (std::size_t i = 0; i < 60; ++i) CHECK(distance(images[i].place, head) == near(expected[i + 1], 1e-12));
    }
}

TEST_CASE("many images have the energy of the diffuse field, so that the tail goes on where they end") {
    // From 20 to 60 ms after the emission, about 1200 images in this room.
    const RoomSettings room = room_of(RoomKind::small);
    double energy = 0.0;
    for (const Image& image : wall_images(room, {}, head, 1400)) {
        const double way = distance(image.place, head);
        if (way > 0.02 * 343.0 && way < 0.06 * 343.0) energy += std::pow(image.gain * 0.3 / way, 2);
    }
    const auto [start, rate, decay] = diffuse_field(room, 0.3, 343.0);
    const double first = 0.3 / 343.0 + start;  // of the tail, from the emission
    const double expected = rate * decay * (std::exp(-(0.02 - first) / decay) - std::exp(-(0.06 - first) / decay));
    CHECK(energy == near(expected, 0.1));  // walls of unlike distance do not decay quite alike
}

TEST_CASE("small has the walls besides, none has nothing") {
    const auto ear = ears(Listening::mono, 0.3);
    CHECK(echoes(room_of(RoomKind::small), {}, ear, hearing).size() == 27);
    CHECK(echoes(room_of(RoomKind::none), {}, ear, hearing).empty());
    RoomSettings bare = room_of(RoomKind::small);
    bare.chest_reflection = bare.table_reflection = 0.0;
    bare.reflections = 0;
    CHECK(echoes(bare, {}, ear, hearing).empty());
}

TEST_CASE("a joint in the chest, in the table or beyond a wall is refused") {
    const auto ear = ears(Listening::mono, 0.3);
    for (const Place& place : {Place{0.0, 0.31, 0.0}, Place{0.0, 0.0, -0.31}, Place{1.7, 0.0, 0.0},
                               Place{0.0, -1.7, 0.0}, Place{0.0, 0.0, std::nan("")}})
        CHECK_THROWS_AS(echoes(room_of(RoomKind::near), place, ear, hearing), std::invalid_argument);
    CHECK_THROWS_WITH(echoes(room_of(RoomKind::near), {0.0, 0.5, 0.0}, ear, hearing),
                      "a joint's y in this room is 0.5, allowed are -1.6 to 0.3");
}
