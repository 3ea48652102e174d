#include "audio/core/round_body.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace synovia::audio {
namespace {

Place centre_of(const RoundBody& body) {
    const double f = body.facing_deg * std::numbers::pi / 180.0;
    return {-body.radius_m * std::sin(f), body.radius_m * std::cos(f), 0.0};
}

Place difference(const Place& to, const Place& from) { return {to.x - from.x, to.y - from.y, to.z - from.z}; }

double dot(const Place& a, const Place& b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

}  // namespace

Place on_skin(const RoundBody& body, const Place& place) {
    if (place == Place{}) return place;
    const Place centre = centre_of(body), out = difference(place, centre);
    const double r = std::sqrt(dot(out, out));
    if (!(r > 0.0)) throw std::invalid_argument("a joint in the very centre of its body is heard through no skin");
    const double scale = body.radius_m / r;
    return {centre.x + scale * out.x, centre.y + scale * out.y, centre.z + scale * out.z};
}

SphereBody seen(const RoundBody& body, const Place& skin, const Place& ear, double sound_speed_m_s) {
    const Place out = difference(skin, centre_of(body)), way = difference(ear, skin);
    const double distance = std::sqrt(dot(way, way));
    const double cos_facing = std::clamp(dot(out, way) / (body.radius_m * distance), -1.0, 1.0);
    return {body.radius_m, distance, std::acos(cos_facing) * 180.0 / std::numbers::pi, sound_speed_m_s};
}

}  // namespace synovia::audio
