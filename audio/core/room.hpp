// The room that a joint is heard in: its settings. Off unless a kind is chosen.
#pragma once
#include <cstdint>
#include <string_view>

namespace synovia::audio {

enum class RoomKind {
    none,  ///< free air
    near,  ///< chest and table as mirrors, and the room as a diffuse tail
    small  ///< the walls' first reflections besides, and the tail after them
};

/// Reads "none", "near", "small". Throws std::invalid_argument that says what is allowed.
RoomKind parse_room(std::string_view text);
std::string_view to_text(RoomKind kind);

/// Seen as in audio/core/listening.hpp: the joint at the origin, the head at y = -distance. Chest and table are endless
/// planes; the box's walls are alike. The joint stands 0.45 of the width from the left wall, 0.4 of the length from the
/// wall behind the listener, 0.45 of the height above the floor.
struct RoomSettings {
    RoomKind kind = RoomKind::none;
    double chest_distance_m = 0.3;  ///< 0.02 to 1: from the joint to the plane behind it
    double chest_reflection = 0.4;  ///< 0 to 1: of the pressure
    double table_distance_m = 0.3;  ///< 0.02 to 0.9: from the joint down
    double table_reflection = 0.4;  ///< 0 to 1: of the pressure
    double length_m = 4.0;          ///< 2 to 20: along the line from listener to joint
    double width_m = 3.0;           ///< 2 to 20
    double height_m = 2.5;          ///< 2 to 10
    double absorption = 0.25;       ///< 0.05 to 0.95: mean share of the energy that a wall takes
    int reflections = 24;           ///< 0 to 60: of the walls, the first ones; kind small
    std::uint64_t seed = 1;         ///< of the tail
    bool operator==(const RoomSettings&) const = default;
};

inline constexpr double joint_from_left = 0.45;   ///< of the width
inline constexpr double joint_from_behind = 0.4;  ///< of the length
inline constexpr double joint_from_floor = 0.45;  ///< of the height

/// Throws std::invalid_argument that lists everything out of range: settings, and a listener less than 0.1 m from the
/// wall behind. Settings that the kind does not use are checked, too; with none, nothing is.
void require_valid(const RoomSettings& room, double listener_distance_m);

/// V, S and A = -S ln(1 - absorption), the equivalent absorption area (Eyring 1930).
struct RoomSize {
    double volume_m3, surface_m2, absorption_area_m2;
};
RoomSize size_of(const RoomSettings& room);

}  // namespace synovia::audio
