#include "solver/listening_rules.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string>

#include "solver/kinds.hpp"
#include "solver/number_text.hpp"

namespace synovia {
namespace {

// As audio/core/room.hpp, listening.hpp and body_sphere.hpp have them.
constexpr double joint_from_behind = 0.4;  // of the room's length
constexpr double head = 0.1;               // [m]
constexpr double half_ear_distance = 0.085;
constexpr double nearest = 1.02;  // of the body's radius, from its centre

/// From the body's centre to the nearer ear [m]. The joint is the origin, the head lies at y = -distance; the skin
/// faces (sin f, -cos f), so that the centre is a radius behind it.
double distance_from_centre(const Listener& listener) {
    const double b = *listener.body_radius, f = listener.body_facing * std::numbers::pi / 180.0;
    const double along = listener.distance + b * std::cos(f), across = b * std::sin(f);
    if (listener.kind == ListenerKind::mono) return std::hypot(along, across);
    return std::min(std::hypot(along, across - half_ear_distance), std::hypot(along, across + half_ear_distance));
}

void check_body(const Listener& listener, std::vector<Problem>& problems) {
    if (!listener.body_radius) return;
    const double r = distance_from_centre(listener);
    if (r >= nearest * *listener.body_radius) return;
    problems.push_back({"listener.body_radius_m",
                        number_text(*listener.body_radius) + " puts an ear into the body, " + number_text(r, 4) +
                            " m from its centre: choose a larger listener.distance_m or a smaller "
                            "listener.body_facing_deg"});
}

void check_whole(const char* key, double value, std::vector<Problem>& problems) {
    if (value != std::floor(value)) problems.push_back({key, number_text(value) + " is not a whole number"});
}

void check_room(const Scenario& s, std::vector<Problem>& problems) {
    check_whole("room.reflections", s.room.reflections, problems);
    check_whole("room.seed", s.room.seed, problems);
    const double farthest = joint_from_behind * s.room.length - head;
    if (s.room.kind == RoomKind::none || s.listener.distance <= farthest) return;
    problems.push_back({"listener.distance_m", number_text(s.listener.distance) +
                                                   " puts the listener's head into the wall behind: in a room of "
                                                   "room.length_m = " +
                                                   number_text(s.room.length) + " at most " + number_text(farthest, 4) +
                                                   " m are allowed"});
}

}  // namespace

void check_listening(const Scenario& scenario, std::vector<Problem>& problems) {
    if (!row_of(scenario.kind).heard_in_air) return;
    check_body(scenario.listener, problems);
    check_room(scenario, problems);
}

}  // namespace synovia
