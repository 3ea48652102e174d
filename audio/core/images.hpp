// Reflections as image sources: where a joint seems to stand, seen in a mirror.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "audio/core/listening.hpp"
#include "audio/core/room.hpp"

namespace synovia::audio {

/// A monopole's mirror image: heard from `place`, its pressure times `gain`.
struct Image {
    Place place;
    double gain;
};

/// Images in the chest, in the table and in both, which a right angle makes exact; a surface that reflects nothing
/// has none. Precondition: the place lies before the chest and above the table.
std::vector<Image> near_images(const RoomSettings& room, const Place& place);

/// The `count` images in the walls that are nearest to the head, nearest first (Allen & Berkley, J. Acoust. Soc. Am.
/// 65, 943 (1979)): each reflection takes sqrt(1 - absorption) of the pressure, whatever its frequency and angle.
/// Precondition: place and head lie within the walls.
std::vector<Image> wall_images(const RoomSettings& room, const Place& place, const Place& head, std::size_t count);

/// All images of a monopole at `place` that the kind of room has, as paths to each ear (listening.hpp): to be rendered
/// as monopoles with the nodes of the first. Empty for no room. Throws std::invalid_argument as require_valid() and
/// paths() do, and for a place beyond chest, table or walls.
std::vector<std::vector<Path>> echoes(const RoomSettings& room, const Place& place, std::span<const Place> ears,
                                      const Hearing& hearing);

}  // namespace synovia::audio
