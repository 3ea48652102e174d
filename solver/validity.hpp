// Where the equations hold, and what to say of a run that went beyond.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "solver/scenario.hpp"

namespace synovia {

/// A bubble smaller than this is no continuum any more: some hundred molecules of gas [m].
inline constexpr double continuum_radius = 1e-9;

/// No joint of a body is moved faster: a thrown ball leaves the hand with less than 50 m/s [m/s].
inline constexpr double fastest_hand = 100.0;

/// No joint's faces come further apart before its ligaments end it: those of a shoulder under traction some 5 mm [m].
inline constexpr double widest_gap = 0.01;

/// What is left of a sound below this share of its peak is not missed: -60 dB.
inline constexpr double inaudible_share = 1e-3;

enum class Limit {
    speed_of_sound,  ///< the wall is faster than sound in its liquid
    gap_width,       ///< a sphere is wider than the gap that holds it
    continuum,       ///< the bubble is smaller than continuum_radius
    listener,        ///< the bubble grows over the place where it is heard
    hand_speed,      ///< the hand is faster than fastest_hand
    gap_opening,     ///< the bones part further than widest_gap
    run_end,         ///< the run ends while it sounds
    hand_end         ///< the run ends before the hand does, and nothing popped so far
};
/// The word for programs, for example "speed_of_sound".
std::string_view name(Limit limit);

/// Is it no limit of the equations but of simulation.duration_s?
bool cuts_short(Limit limit);

/// A result that is to be read with care.
struct Warning {
    Limit limit;
    std::string text;  ///< a sentence with numbers
};

/// Of a run whose last pressure is this share of its peak.
Warning ends_while_it_sounds(double share);

/// The extremes of a run that decide.
struct Extremes {
    double wall_speed;             ///< largest [m/s]
    double min_radius;             ///< [m]
    double diameter;               ///< of the bubble when it sticks out of the gap the furthest [m]
    double gap;                    ///< at that time [m]; of no meaning without a gap
    double max_radius = 0.0;       ///< [m]
    double max_gap = 0.0;          ///< [m]
    double end_share = 0.0;        ///< pressure at the listener at the end, of its largest; 0: the run fell silent
    double unfinished_from = 0.0;  ///< end of a run without a pop; 0: it has one, or waits for none [s]
};
std::vector<Warning> warnings(const Scenario& scenario, const Extremes& extremes);

}  // namespace synovia
