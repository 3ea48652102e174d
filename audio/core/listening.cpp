#include "audio/core/listening.hpp"

#include <cmath>
#include <stdexcept>
#include <string>

namespace synovia::audio {
namespace {

constexpr double nearest_m = 0.01;

double between(const Place& a, const Place& b) {
    const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
    return std::sqrt(x * x + y * y + z * z);
}

}  // namespace

Listening parse_listening(std::string_view text) {
    if (text == "mono") return Listening::mono;
    if (text == "stereo") return Listening::stereo;
    throw std::invalid_argument("listener \"" + std::string(text) + "\" is none of: mono, stereo");
}

std::string_view to_text(Listening listening) { return listening == Listening::mono ? "mono" : "stereo"; }

std::size_t channels_of(Listening listening) { return listening == Listening::mono ? 1 : 2; }

std::vector<Place> ears(Listening listening, double distance_m) {
    if (listening == Listening::mono) return {{0.0, -distance_m, 0.0}};
    constexpr double half = ear_distance_m / 2.0;
    return {{-half, -distance_m, 0.0}, {half, -distance_m, 0.0}};
}

std::vector<Path> paths(const Place& place, std::span<const Place> ears, const Hearing& hearing) {
    std::vector<Path> all;
    for (const Place& ear : ears) {
        const double r = between(place, ear);
        if (!(r >= nearest_m && std::isfinite(r)))
            throw std::invalid_argument("an emitter lies " + std::to_string(r) +
                                        " m from an ear; finite places at least 0.01 m away are allowed");
        all.push_back({hearing.path.gain_pa_s2_m3 * (hearing.distance_m / r),
                       hearing.path.delay_s + (r - hearing.distance_m) / hearing.sound_speed_m_s});
    }
    return all;
}

}  // namespace synovia::audio
