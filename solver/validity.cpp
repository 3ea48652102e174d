#include "solver/validity.hpp"

#include <algorithm>
#include <cmath>

#include "solver/decibel.hpp"
#include "solver/hand.hpp"
#include "solver/kinds.hpp"
#include "solver/number_text.hpp"

namespace synovia {
namespace {

std::string shown(double value, const char* unit) { return number_text(value, 4) + " " + unit; }

/// Largest speed that the scenario asks of the hand, or for traction.kind = "gap" of the bone [m/s]. The ramp is
/// fastest in its middle, w' = 15/8 at s = 1/2; between the points of a table it is their mean speed at least.
double hand_speed(const Traction& traction) {
    if (traction.kind == TractionKind::force) return 0.0;
    if (traction.kind != TractionKind::table) {
        const double shortest =
            traction.release_time ? std::min(traction.rise_time, release_ramp(traction)) : traction.rise_time;
        return 1.875 * std::abs(traction.distance) / shortest;
    }
    double fastest = 0.0;
    for (std::size_t i = 1; i < traction.table_time.size(); ++i)
        fastest = std::max(fastest, std::abs(traction.table_position[i] - traction.table_position[i - 1]) /
                                        (traction.table_time[i] - traction.table_time[i - 1]));
    return fastest;
}

/// When the hand has done all that it is told to [s].
double hand_end(const Traction& traction) {
    if (traction.kind == TractionKind::table) return traction.table_time.empty() ? 0.0 : traction.table_time.back();
    return traction_knots(traction).back();
}

void add_of_place(const Scenario& s, const Extremes& e, std::vector<Warning>& list) {
    if (e.max_radius >= s.listener.distance)
        list.push_back({Limit::listener, "the bubble grows to a radius of " + shown(e.max_radius, "m") +
                                             ", over the listener at " + shown(s.listener.distance, "m") +
                                             ": the pressure given is that of a small source"});
    if (!row_of(s.kind).in_hand) return;
    if (const double v = hand_speed(s.traction); v > fastest_hand)
        list.push_back({Limit::hand_speed, "the hand moves at " + shown(v, "m/s") + ": no hand is faster than " +
                                               shown(fastest_hand, "m/s")});
    if (e.max_gap > widest_gap)
        list.push_back({Limit::gap_opening, "the gap opens to " + shown(1e3 * e.max_gap, "mm") +
                                                ": ligaments hold a joint together within " +
                                                shown(1e3 * widest_gap, "mm")});
}

void add_of_end(const Scenario& s, const Extremes& e, std::vector<Warning>& list) {
    if (e.end_share > inaudible_share) list.push_back(ends_while_it_sounds(e.end_share));
    if (e.unfinished_from > 0.0 && row_of(s.kind).in_hand && hand_end(s.traction) > e.unfinished_from)
        list.push_back({Limit::hand_end, "the run ends before the hand does, after " + shown(e.unfinished_from, "s") +
                                             " of " + shown(hand_end(s.traction), "s") +
                                             ": a longer simulation.duration_s may see a pop"});
}

}  // namespace

Warning ends_while_it_sounds(double share) {
    return {Limit::run_end, "the run ends while it sounds, at " + shown(decibels(share), "dB") +
                                " of the peak: simulation.duration_s cuts it off there"};
}

bool cuts_short(Limit limit) { return limit == Limit::run_end || limit == Limit::hand_end; }

std::string_view name(Limit limit) {
    switch (limit) {
        case Limit::speed_of_sound:
            return "speed_of_sound";
        case Limit::gap_width:
            return "gap_width";
        case Limit::continuum:
            return "continuum";
        case Limit::listener:
            return "listener";
        case Limit::hand_speed:
            return "hand_speed";
        case Limit::gap_opening:
            return "gap_opening";
        case Limit::run_end:
            return "run_end";
        case Limit::hand_end:
            return "hand_end";
    }
    return "unknown";
}

std::vector<Warning> warnings(const Scenario& scenario, const Extremes& extremes) {
    std::vector<Warning> list;
    if (extremes.wall_speed > scenario.fluid.sound_speed)
        list.push_back({Limit::speed_of_sound, "the bubble's wall reaches " + shown(extremes.wall_speed, "m/s") +
                                                   ", faster than sound in the liquid (" +
                                                   shown(scenario.fluid.sound_speed, "m/s") +
                                                   "): neither the motion nor the sound of that moment is physical"});
    const bool sphere = scenario.bubble.shape == BubbleShape::sphere;
    if (row_of(scenario.kind).has_gap && sphere && extremes.diameter > extremes.gap)
        list.push_back({Limit::gap_width, "the bubble becomes " + shown(1e3 * extremes.diameter, "mm") +
                                              " wide in a gap of " + shown(1e3 * extremes.gap, "mm") +
                                              ": the model keeps it a sphere, a flat one would ring lower"});
    if (extremes.min_radius < continuum_radius)
        list.push_back({Limit::continuum, "the bubble shrinks to a radius of " +
                                              shown(1e9 * extremes.min_radius, "nm") +
                                              ": below 1 nm its gas is no continuum"});
    add_of_place(scenario, extremes, list);
    add_of_end(scenario, extremes, list);
    return list;
}

}  // namespace synovia
