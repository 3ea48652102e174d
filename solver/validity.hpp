// Where the equations hold, and what to say of a run that went beyond.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "solver/scenario.hpp"

namespace synovia {

/// A bubble smaller than this is no continuum any more: some hundred molecules of gas [m].
inline constexpr double continuum_radius = 1e-9;

enum class Limit {
    speed_of_sound,  ///< the wall is faster than sound in its liquid
    gap_width,       ///< a sphere is wider than the gap that holds it
    continuum        ///< the bubble is smaller than continuum_radius
};
/// The word for programs, for example "speed_of_sound".
std::string_view name(Limit limit);

/// A result that is to be read with care.
struct Warning {
    Limit limit;
    std::string text;  ///< a sentence with numbers
};

/// The extremes of a run that decide.
struct Extremes {
    double wall_speed;  ///< largest [m/s]
    double min_radius;  ///< [m]
    double diameter;    ///< of the bubble when it sticks out of the gap the furthest [m]
    double gap;         ///< at that time [m]; of no meaning without a gap
};
std::vector<Warning> warnings(const Scenario& scenario, const Extremes& extremes);

}  // namespace synovia
