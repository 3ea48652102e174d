// The solver's words for what is heard as the renderer's: room, body, ears, and the renderers of a rate.
#pragma once
#include <array>
#include <map>
#include <optional>

#include "audio/core/body_sphere.hpp"
#include "audio/core/listening.hpp"
#include "audio/core/render.hpp"
#include "audio/core/room.hpp"
#include "audio/core/round_body.hpp"
#include "solver/scenario.hpp"

namespace synovia::studio {

audio::Listening listening_of(const Listener& listener);
audio::RoomSettings settings_of(const Room& room);

/// What is known of the sound of a joint at the origin, which begins at `start_s`.
audio::Hearing hearing_of(const Scenario& scenario, double start_s);

/// The body around a joint at the origin; absent: none.
std::optional<audio::RoundBody> body_of(const Listener& listener);

/// What that body does to the sound on its way to an ear, or to the middle of the head.
audio::BodyResponse body_response(const Listener& listener, const audio::Place& ear);
audio::BodyResponse body_response(const Listener& listener);

/// The renderers of one rate, one for each body and each side that it is heard from, each made when it is first asked
/// for.
class Renderers {
public:
    explicit Renderers(double sample_rate_hz) : sample_rate_hz_(sample_rate_hz) {}
    audio::Renderer& of(const std::optional<audio::SphereBody>& body);
    double sample_rate_hz() const { return sample_rate_hz_; }

private:
    double sample_rate_hz_;
    std::map<std::array<double, 4>, audio::Renderer> renderers_;  // by the numbers of the body; zeros: none
};

/// Those of this rate on this thread, kept from take to take.
Renderers& renderers_at(double sample_rate_hz);

}  // namespace synovia::studio
