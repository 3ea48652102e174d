#include "audio/core/room.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

#include "audio/core/problems.hpp"

namespace synovia::audio {

RoomKind parse_room(std::string_view text) {
    if (text == "none") return RoomKind::none;
    if (text == "near") return RoomKind::near;
    if (text == "small") return RoomKind::small;
    throw std::invalid_argument("room \"" + std::string(text) + "\" is none of: none, near, small");
}

std::string_view to_text(RoomKind kind) {
    switch (kind) {
        case RoomKind::near:
            return "near";
        case RoomKind::small:
            return "small";
        case RoomKind::none:
            break;
    }
    return "none";
}

void require_valid(const RoomSettings& room, double listener_distance_m) {
    if (room.kind == RoomKind::none) return;
    constexpr double head_m = 0.1;
    Problems problems;
    problems.check("chest_distance_m", room.chest_distance_m, 0.02, 1.0);
    problems.check("chest_reflection", room.chest_reflection, 0.0, 1.0);
    problems.check("table_distance_m", room.table_distance_m, 0.02, 0.9);
    problems.check("table_reflection", room.table_reflection, 0.0, 1.0);
    problems.check("length_m", room.length_m, 2.0, 20.0);
    problems.check("width_m", room.width_m, 2.0, 20.0);
    problems.check("height_m", room.height_m, 2.0, 10.0);
    problems.check("absorption", room.absorption, 0.05, 0.95);
    problems.check("reflections", room.reflections, 0, 60);
    problems.check("the listener's distance in this room", listener_distance_m, 0.01,
                   joint_from_behind * room.length_m - head_m);
    problems.raise();
}

RoomSize size_of(const RoomSettings& room) {
    const double l = room.length_m, w = room.width_m, h = room.height_m;
    const double S = 2.0 * (l * w + l * h + w * h);
    return {l * w * h, S, -S * std::log1p(-room.absorption)};
}

}  // namespace synovia::audio
