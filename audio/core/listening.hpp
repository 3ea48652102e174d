// Where a sound comes from and where it is heard: a pure function from places to gain and delay per channel.
#pragma once
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "audio/core/render.hpp"

namespace synovia::audio {

/// A place [m]. The listener faces the origin, where a monopole stands unless it says otherwise: x to the listener's
/// right, y away from the listener, z up.
struct Place {
    double x = 0.0, y = 0.0, z = 0.0;
    bool operator==(const Place&) const = default;
};

enum class Listening {
    mono,   ///< one point, where the head is
    stereo  ///< two points 17 cm apart, left and right of it; nothing between them shades the sound
};

inline constexpr double ear_distance_m = 0.17;

/// Reads "mono", "stereo". Throws std::invalid_argument that says what is allowed.
Listening parse_listening(std::string_view text);
std::string_view to_text(Listening listening);

/// How many points hear.
std::size_t channels_of(Listening listening);

/// The points that hear, left before right, of a head at `distance_m` from the origin.
std::vector<Place> ears(Listening listening, double distance_m);

/// What is known of the sound of a monopole at the origin where the head is.
struct Hearing {
    double distance_m = 0.3;
    Path path;  ///< gain rho/(4 pi distance), delay distance/c
    double sound_speed_m_s = 343.0;
};

/// The paths of a monopole at `place` to each ear, by spherical spreading: gain path.gain distance/r, delay path.delay
/// + (r - distance)/c. An ear at the head hears the origin exactly by `path`. Throws std::invalid_argument for a place
/// that is not finite, or nearer to an ear than 1 cm.
std::vector<Path> paths(const Place& place, std::span<const Place> ears, const Hearing& hearing);

}  // namespace synovia::audio
