// How fast a free hand pulls, in the firing law's terms: as the rise time of a pull over the preset's whole way.
#pragma once

namespace synovia::instrument {

class HandPace {
public:
    static constexpr double longest = 100.0;  ///< what a resting hand counts as [s]

    /// `way`: traction.distance of the preset [m].
    explicit HandPace(double way) : way_(way) {}

    /// The hand has come to `position` [m] in `dt` seconds. The rise time whose ramp is at its fastest as fast as the
    /// hand was on the last two such steps, 1.875 way/|speed| [s].
    double step(double position, double dt);

private:
    double way_, before_ = 0.0, last_ = 0.0;  // positions two steps and one step ago
};

}  // namespace synovia::instrument
