// How far a facet joint opens when its vertebra turns.
#pragma once

namespace synovia {

inline constexpr double facet_bend = 0.2 * 3.14159265358979323846 / 180.0;  ///< w: facets meet over 0.2 degrees [rad]

/// One facet pair seen from above: lengths behind and beside the axis, and the plane of the joint.
struct FacetPlace {
    double angle;     ///< alpha: joint plane to the mid-sagittal plane, 0 sagittal, pi/2 coronal [rad]
    double tilt;      ///< tau: sagittal tilt of the plane's normal [rad]
    double behind;    ///< X: distance behind the axis of rotation [m]
    double sideways;  ///< Y: distance from the mid-sagittal plane [m]
};

/// The opening U(theta) of the facet on the side towards which the upper vertebra turns (theta > 0); the other side's
/// is U(-theta). Source: real lumbar surfaces (solver/README.md, "The spine").
class FacetGeometry {
public:
    /// `contact_angle` theta_c: turn at which the closing facet meets bone and becomes the pivot [rad]; `resting_gap`
    /// h: the most the closing facet can give [m]; `scale` multiplies every opening.
    FacetGeometry(const FacetPlace& place, double contact_angle, double resting_gap, double scale);

    struct Opening {
        double value;  ///< beyond rest, negative when closed [m]
        double lever;  ///< dU/dtheta [m/rad]
    };
    /// Precondition: `bent` and `bent_slope` are s(theta - theta_c) and its slope, which the segment's torque needs
    /// too.
    Opening open(double theta, double bent, double bent_slope) const;
    Opening close(double theta) const;  ///< theta <= 0
    /// Either, by the sign of theta.
    Opening at(double theta) const;

    double gain() const { return gain_; }              ///< G1: about the axis [m/rad]
    double pivot_gain() const { return pivot_gain_; }  ///< G2: about the opposite facet [m/rad]

private:
    double gain_, pivot_gain_, contact_angle_, bent_at_rest_, resting_gap_;
};

}  // namespace synovia
