// The body as an obstacle to its own sound: a point source on the skin of a rigid sphere, heard from far away.
#pragma once
#include <complex>

namespace synovia {

/// Far pressure of a point source on a rigid sphere, relative to the same source (volume velocity) alone at the
/// sphere's centre; e^(+i omega t), so a sound that arrives early has a phase that grows with ka. Dimensionless.
///   D = (ka)^-2 sum over n of i^(n-1) (2 n + 1) P_n(cos theta)/h_n'(ka),  h_n spherical Hankel of the second kind
/// 1 for ka -> 0 (the body is too small to matter), 2 e^(ika) in front for ka -> infinity (a wall behind the source).
/// Source: reciprocity with the plane wave on a rigid sphere, Rayleigh; Duda & Martens, J. Acoust. Soc. Am. 104, 3048
/// (1998), equation 5.
/// `ka`: 2 pi f b/c, radius over wavelength, 0..1e4; `cos_angle`: of the angle at the centre between source and
/// listener, 1 in front, -1 behind. Precondition: both in range.
std::complex<double> body_sphere(double ka, double cos_angle);

}  // namespace synovia
