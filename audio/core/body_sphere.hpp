// The body as an obstacle to its own sound: a point source on the skin of a rigid sphere.
#pragma once
#include <complex>

#include "audio/core/body.hpp"

namespace synovia::audio {

/// Pressure of a point source on a rigid sphere at the angle theta from it, relative to the same source (volume
/// velocity) alone at the sphere's centre; e^(+i omega t), so that a sound that arrives early has a phase that grows
/// with ka. Dimensionless.
///   D = -(ka)^-2 sum over n of (2 n + 1) P_n(cos theta) g_n/h_n'(ka),  h_n spherical Hankel of the second kind,
///   g_n = kr e^(ikr) h_n(kr) at the distance r from the centre, i^(n+1) far away
/// Far away it is 1 for ka -> 0 (the body is too small to matter), 2 e^(ika) in front for ka -> infinity (a wall behind
/// the source). Source: reciprocity with the plane wave and the point source before a rigid sphere, Rayleigh; Duda &
/// Martens, J. Acoust. Soc. Am. 104, 3048 (1998), equations 5 and 3.
/// `ka`: 2 pi f b/c, radius over wavelength, 0 to 1e4; `cos_angle`: of the angle at the centre between source and
/// listener, 1 in front, -1 behind; `distance`: r/b, at least 1.02. Precondition: all in range.
std::complex<double> body_sphere(double ka, double cos_angle);
std::complex<double> body_sphere(double ka, double cos_angle, double distance);

/// Where a joint lies on a round body, and where the body is heard.
struct SphereBody {
    double radius_m = 0.15;
    double distance_m = 0.3;  ///< from the joint to the listener, in a straight line
    double facing_deg = 0.0;  ///< between the way out of the skin and that line: 0 in front, 180 behind
    double sound_speed_m_s = 343.0;
};

/// What the body makes of the sound of the joint alone at that distance. Throws std::invalid_argument that lists every
/// number out of range: a radius of 1 mm to 0.5 m, a distance of 1 cm to 1 km, a listener outside the body.
BodyResponse rigid_sphere(const SphereBody& body);

}  // namespace synovia::audio
