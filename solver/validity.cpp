#include "solver/validity.hpp"

#include "solver/kinds.hpp"
#include "solver/number_text.hpp"

namespace synovia {
namespace {

std::string shown(double value, const char* unit) { return number_text(value, 4) + " " + unit; }

}  // namespace

std::string_view name(Limit limit) {
    switch (limit) {
        case Limit::speed_of_sound:
            return "speed_of_sound";
        case Limit::gap_width:
            return "gap_width";
        case Limit::continuum:
            return "continuum";
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
    return list;
}

}  // namespace synovia
