#include "audio/core/images.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "audio/core/problems.hpp"

namespace synovia::audio {
namespace {

double squared_distance(const Place& a, const Place& b) {
    const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return x * x + y * y + z * z;
}

/// Two parallel walls at `low` and `low + length`.
struct Walls {
    double low, length;

    /// The image number n of a point: n walls lie between it and the box. 0 is the point itself, +-1 its image in the
    /// upper and the lower wall, and so on outwards.
    double image(double x, int n) const {
        const double inside = x - low;
        return low + length * n + (n % 2 == 0 ? inside : length - inside);
    }
    /// Images up to this number lie within `reach` of every point of the box.
    int last(double reach) const { return static_cast<int>(std::ceil(reach / length)) + 1; }
};

struct Box {
    Walls x, y, z;
};

Box box_of(const RoomSettings& room) {
    return {{-joint_from_left * room.width_m, room.width_m},
            {-joint_from_behind * room.length_m, room.length_m},
            {-joint_from_floor * room.height_m, room.height_m}};
}

/// A sphere around a point of the box that holds the point's image in at least `count` + 1 copies of the box: those
/// that lie wholly within it are as many as boxes fit into a sphere less by a diagonal.
double reach(const RoomSettings& room, std::size_t count) {
    const double boxes = static_cast<double>(count + 1) * size_of(room).volume_m3;
    return std::cbrt(boxes * 3.0 / (4.0 * std::numbers::pi)) + std::hypot(room.length_m, room.width_m, room.height_m);
}

void require_inside(const RoomSettings& room, const Place& place) {
    const Box box = box_of(room);
    Problems problems;
    problems.check("a joint's x in this room", place.x, box.x.low, box.x.low + box.x.length);
    problems.check("a joint's y in this room", place.y, box.y.low, room.chest_distance_m);
    problems.check("a joint's z in this room", place.z, -room.table_distance_m, box.z.low + box.z.length);
    problems.raise();
}

std::vector<Image> images(const RoomSettings& room, const Place& place, const Place& head) {
    std::vector<Image> all = near_images(room, place);
    if (room.kind != RoomKind::small) return all;
    const auto walls = wall_images(room, place, head, static_cast<std::size_t>(room.reflections));
    all.insert(all.end(), walls.begin(), walls.end());
    return all;
}

}  // namespace

std::vector<Image> near_images(const RoomSettings& room, const Place& place) {
    const double behind = 2.0 * room.chest_distance_m - place.y, below = -2.0 * room.table_distance_m - place.z;
    std::vector<Image> all{{{place.x, behind, place.z}, room.chest_reflection},
                           {{place.x, place.y, below}, room.table_reflection},
                           {{place.x, behind, below}, room.chest_reflection * room.table_reflection}};
    all.erase(std::remove_if(all.begin(), all.end(), [](const Image& i) { return i.gain == 0.0; }), all.end());
    return all;
}

std::vector<Image> wall_images(const RoomSettings& room, const Place& place, const Place& head, std::size_t count) {
    const Box box = box_of(room);
    const double radius = reach(room, count), beta = std::sqrt(1.0 - room.absorption);
    const int nx = box.x.last(radius), ny = box.y.last(radius), nz = box.z.last(radius);
    std::vector<Image> all;
    for (int i = -nx; i <= nx; ++i)
        for (int j = -ny; j <= ny; ++j)
            for (int k = -nz; k <= nz; ++k) {
                const Place image{box.x.image(place.x, i), box.y.image(place.y, j), box.z.image(place.z, k)};
                const int order = std::abs(i) + std::abs(j) + std::abs(k);
                if (order > 0 && squared_distance(image, head) <= radius * radius)
                    all.push_back({image, std::pow(beta, order)});
            }
    const auto nearer = [&head](const Image& a, const Image& b) {
        return squared_distance(a.place, head) < squared_distance(b.place, head);
    };
    std::stable_sort(all.begin(), all.end(), nearer);
    all.resize(count);
    return all;
}

std::vector<std::vector<Path>> echoes(const RoomSettings& room, const Place& place, std::span<const Place> ears,
                                      const Hearing& hearing) {
    if (room.kind == RoomKind::none) return {};
    require_valid(room, hearing.distance_m);
    require_inside(room, place);
    std::vector<std::vector<Path>> all;
    for (const Image& image : images(room, place, {0.0, -hearing.distance_m, 0.0})) {
        all.push_back(paths(image.place, ears, hearing));
        for (Path& path : all.back()) path.gain_pa_s2_m3 *= image.gain;
    }
    return all;
}

}  // namespace synovia::audio
