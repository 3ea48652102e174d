// Where a round body stands: from joints and ears in space to the sphere of body_sphere.hpp.
#pragma once
#include "audio/core/body_sphere.hpp"
#include "audio/core/listening.hpp"

namespace synovia::audio {

/// A rigid sphere that has the origin on its skin, which looks at the listener there, or past the head to the
/// listener's right: the centre lies at radius (-sin, cos) facing.
struct RoundBody {
    double radius_m = 0.15;
    double facing_deg = 0.0;  ///< 0: at the listener; 90: to the right; 180: away
};

/// The point of the skin over a place in or above the body, on the line through its centre; the origin itself, exactly.
/// Throws std::invalid_argument for the centre.
Place on_skin(const RoundBody& body, const Place& place);

/// The body as an ear has it that hears a joint at this point of the skin.
SphereBody seen(const RoundBody& body, const Place& skin, const Place& ear, double sound_speed_m_s);

}  // namespace synovia::audio
