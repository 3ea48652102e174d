// From a joint's physics to what an ear hears of it: body, distance, place.
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "audio/core/listening.hpp"
#include "audio/core/render.hpp"
#include "solver/trajectory.hpp"

namespace synovia::studio {

/// The body's low pass with its corner at c/(2 pi b), or none.
audio::BodyResponse body_response(const Listener& listener, double sample_rate_hz);

/// The renderers of one rate, one for each body, each made when it is first asked for.
class Renderers {
public:
    explicit Renderers(double sample_rate_hz) : sample_rate_hz_(sample_rate_hz) {}
    audio::Renderer& of(const Listener& listener);

private:
    double sample_rate_hz_;
    std::map<std::optional<double>, audio::Renderer> renderers_;  // by body radius [m]
};

/// Those of this rate on this thread, kept from take to take.
Renderers& renderers_at(double sample_rate_hz);

/// From a joint that stands at `place` and begins at `start_s` to each ear of a head at the scenario's distance from
/// the origin. Throws std::invalid_argument for a place in an ear.
std::vector<audio::Path> paths_of(const Scenario& scenario, const audio::Place& place, audio::Listening listening,
                                  double start_s);

/// The same from a joint that begins at 0, without the time that its sound takes to the middle of the head: an
/// instrument answers at once.
std::vector<audio::Path> prompt_paths_of(const Scenario& scenario, const audio::Place& place,
                                         audio::Listening listening);

/// Peak of the pressure at the listener as a file at 48 kHz has it, through the body [Pa]; 0 for a run that the solver
/// could not finish. The unfiltered peak of Summary can be many times as high.
double audible_peak_pa(const Trajectory& trajectory);

}  // namespace synovia::studio
