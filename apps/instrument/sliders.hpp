// Which parameters can be moved while one plays, and how far.
#pragma once
#include <string>
#include <vector>

#include "solver/parameters.hpp"

namespace synovia::instrument {

/// From a tenth to ten times the preset's value on a logarithmic scale, within what the model is validated for.
struct Slider {
    const Parameter* parameter;
    double low, high;  ///< in the parameter's unit

    /// Where a value lies, from 0 at `low` to 1 at `high`; beyond them the nearer end.
    double share(double value) const;
    /// Precondition: 0 <= share <= 1.
    double value(double share) const;
    /// "traction.rise_time_s" -> "rise time"
    std::string label() const;
};

/// Those of a preset, what the player's hands do first. A parameter that is zero in it has no slider.
std::vector<Slider> sliders(const Scenario& preset);

}  // namespace synovia::instrument
