// A bubble in a gap between two faces: the kinetic energy and the friction of the liquid around it, and their slopes.
// Derivation: solver/README.md, "The bubble in its gap".
#pragma once
#include <cmath>
#include <numbers>

#include "solver/elementary.hpp"

namespace synovia {

/// What of the gap and its liquid the coefficients need.
struct GapShape {
    double radius;      ///< a: the liquid is bounded by a rim there [m]
    double density;     ///< [kg/m3]
    double rim_factor;  ///< f_o: share of the inertance of an open rim, rho/(2 pi a)

    double area() const { return std::numbers::pi * radius * radius; }
    double rim_inertance() const { return rim_factor * density / (2.0 * std::numbers::pi * radius); }
};

/// A function of the bubble's volume V and the gap h by its slopes in ln V and ln h: F_V = l/V, F_h = e/h.
template <class T>
struct Slopes {
    T value, l, e;
};
/// The second ones as well.
struct Curvature {
    double ll, le, ee;
};

/// T = 1/2 I Q^2 + N Q hd + 1/2 M hd^2, with Q = dV/dt and hd the rate of the gap. The friction is
/// mu (D_VV Q + D_Vh hd) on the bubble and mu (D_Vh Q + D_hh hd) on the gap, mu being the viscosity of the film, and
/// mu_w/pi times `sphere` on the bubble, mu_w being that at its wall.
template <class T>
struct GapBubble {
    Slopes<T> I, N, M;                ///< [kg/m4], [kg/m2 m], [kg]
    T D_VV, D_Vh, D_hh;               ///< [1/m3], [1/m], [m]: per viscosity
    T sphere;                         ///< 1/r_b^3 - 1/r_s^3 [1/m3]
    T r_b;                            ///< radius at which the liquid begins [m]
    T phi, psi, zeta;                 ///< flatness of the bubble, of the flow around it, nearness to the gap's middle
    Slopes<T> ln_r_b, ln_r_s, ln_rc;  ///< logarithmic slopes; ln_rc is L = ln(a/r_c)
    T inverse_r_b, inverse_r_s;
};

/// R = (3V/4pi)^(1/3), r_d = sqrt(V/(pi h)), r_b = (R^6 + r_d^6)^(1/6), r_s = sqrt(r_b^2 + h^2/4), L = ln(a/r_c) =
/// 1/8 ln(1 + (a/r_s)^8);
///   I = rho/(4 pi)(1/r_b - 1/r_s) + rho/(2 pi h) L + I_o
///   N = -rho (a^2 - r_c^2)/(4 h) - A I_o
///   M = rho pi (a^4 - r_c^4)/(8 h) + A^2 I_o
/// and D = 12/(rho h^2) times the two-dimensional parts of these.
/// R [m], V its sphere's volume [m3], h > 0 [m].
template <class T>
GapBubble<T> gap_bubble(const GapShape& gap, const T& R, const T& V, const T& h) {
    using elementary::cbrt;
    using std::log, std::sqrt;
    constexpr double pi = std::numbers::pi;
    const double a = gap.radius, rho = gap.density, A = gap.area(), I_o = gap.rim_inertance();
    GapBubble<T> b;
    const T d2 = V / (pi * h), R2 = R * R;
    const T R6 = R2 * R2 * R2, d6 = d2 * d2 * d2;
    b.phi = d6 / (R6 + d6);
    const T b2 = cbrt(R6 + d6);
    b.r_b = sqrt(b2);
    const T s2 = b2 + 0.25 * h * h;
    b.inverse_r_b = 1.0 / b.r_b;
    b.inverse_r_s = 1.0 / sqrt(s2);
    b.psi = b2 / s2;
    const T z2 = a * a / s2, z4 = z2 * z2, Z = z4 * z4;
    b.zeta = Z / (1.0 + Z);
    const T c2 = 1.0 / sqrt(sqrt(1.0 + Z));  // (r_c/a)^2
    const T c4 = c2 * c2;
    const T L = 0.125 * log(1.0 + Z);

    b.ln_r_b = {T(0.0), (2.0 + b.phi) / 6.0, -0.5 * b.phi};
    b.ln_r_s = {T(0.0), b.psi * b.ln_r_b.l, b.psi * b.ln_r_b.e + (1.0 - b.psi)};
    b.ln_rc = {L, -b.zeta * b.ln_r_s.l, -b.zeta * b.ln_r_s.e};

    const T inverse_h = 1.0 / h;
    const T s = rho / (4.0 * pi) * b.inverse_r_b, t = rho / (4.0 * pi) * b.inverse_r_s;
    const T i = rho / (2.0 * pi) * inverse_h, n = 0.25 * rho * a * a * inverse_h;
    const T m = rho * pi / 8.0 * a * a * a * a * inverse_h;
    const T flat_I = i * L, flat_N = -n * (1.0 - c2), flat_M = m * (1.0 - c4);
    const T I_l = i * b.ln_rc.l, I_e = i * b.ln_rc.e - flat_I;
    const T N_l = -2.0 * n * c2 * b.ln_rc.l, N_e = -2.0 * n * c2 * b.ln_rc.e - flat_N;
    const T M_l = 4.0 * m * c4 * b.ln_rc.l, M_e = 4.0 * m * c4 * b.ln_rc.e - flat_M;
    b.I = {s - t + flat_I + I_o, t * b.ln_r_s.l - s * b.ln_r_b.l + I_l, t * b.ln_r_s.e - s * b.ln_r_b.e + I_e};
    b.N = {flat_N - A * I_o, N_l, N_e};
    b.M = {flat_M + A * A * I_o, M_l, M_e};
    const T k = 12.0 / rho * inverse_h * inverse_h;
    b.D_VV = k * flat_I;
    b.D_Vh = k * flat_N;
    b.D_hh = k * flat_M;
    b.sphere = b.inverse_r_b * b.inverse_r_b * b.inverse_r_b - b.inverse_r_s * b.inverse_r_s * b.inverse_r_s;
    return b;
}

/// What the Jacobian needs besides: second slopes of the energy, slopes of the friction.
struct GapCurvatures {
    Curvature I, N, M;
    Slopes<double> D_VV, D_Vh, D_hh, sphere;
};

/// At the coefficients `b` of gap_bubble(gap, R, V, h).
inline GapCurvatures curvatures(const GapShape& gap, const GapBubble<double>& b, double h) {
    constexpr double pi = std::numbers::pi;
    const double a = gap.radius, rho = gap.density;
    // phi' = phi (1 - phi) (1, -3), psi' = 2 psi (r_b'/r_b - r_s'/r_s), zeta' = -8 zeta (1 - zeta) r_s'/r_s
    const double phi_l = b.phi * (1.0 - b.phi), psi_l = 2.0 * b.psi * (b.ln_r_b.l - b.ln_r_s.l),
                 psi_e = 2.0 * b.psi * (b.ln_r_b.e - b.ln_r_s.e);
    const Curvature rb{phi_l / 6.0, -0.5 * phi_l, 1.5 * phi_l};
    const Curvature rs{psi_l * b.ln_r_b.l + b.psi * rb.ll, psi_e * b.ln_r_b.l + b.psi * rb.le,
                       psi_e * (b.ln_r_b.e - 1.0) + b.psi * rb.ee};
    const double bend = 8.0 * b.zeta * (1.0 - b.zeta), sl = b.ln_r_s.l, se = b.ln_r_s.e;
    const Curvature L{bend * sl * sl - b.zeta * rs.ll, bend * sl * se - b.zeta * rs.le,
                      bend * se * se - b.zeta * rs.ee};
    const double bl = b.ln_r_b.l, be = b.ln_r_b.e, Ll = b.ln_rc.l, Le = b.ln_rc.e;

    GapCurvatures c;
    const double s = rho / (4.0 * pi) * b.inverse_r_b, t = rho / (4.0 * pi) * b.inverse_r_s;
    const double i = rho / (2.0 * pi * h), n = 0.25 * rho * a * a / h, m = rho * pi / 8.0 * a * a * a * a / h;
    c.I = {s * (bl * bl - rb.ll) - t * (sl * sl - rs.ll) + i * L.ll,
           s * (bl * be - rb.le) - t * (sl * se - rs.le) + i * (L.le - Ll),
           s * (be * be - rb.ee) - t * (se * se - rs.ee) + i * (L.ee - 2.0 * Le + b.ln_rc.value)};
    // (r_c/a)^2 = exp(-2 L)
    const double c2 = std::exp(-2.0 * b.ln_rc.value), c4 = c2 * c2;
    c.N = {-2.0 * n * c2 * (L.ll - 2.0 * Ll * Ll), -2.0 * n * c2 * (L.le - 2.0 * Ll * Le - Ll),
           -2.0 * n * c2 * (L.ee - 2.0 * Le * Le - 2.0 * Le) - n * (1.0 - c2)};
    c.M = {4.0 * m * c4 * (L.ll - 4.0 * Ll * Ll), 4.0 * m * c4 * (L.le - 4.0 * Ll * Le - Ll),
           4.0 * m * c4 * (L.ee - 4.0 * Le * Le - 2.0 * Le) + m * (1.0 - c4)};
    // D goes as h^-3 beside its logarithm
    const double k = 12.0 / (rho * h * h);
    c.D_VV = {b.D_VV, k * i * Ll, k * i * Le - 3.0 * b.D_VV};
    c.D_Vh = {b.D_Vh, -2.0 * k * n * c2 * Ll, -2.0 * k * n * c2 * Le - 3.0 * b.D_Vh};
    c.D_hh = {b.D_hh, 4.0 * k * m * c4 * Ll, 4.0 * k * m * c4 * Le - 3.0 * b.D_hh};
    const double b3 = b.inverse_r_b * b.inverse_r_b * b.inverse_r_b, s3 = b.inverse_r_s * b.inverse_r_s * b.inverse_r_s;
    c.sphere = {b.sphere, 3.0 * (s3 * sl - b3 * bl), 3.0 * (s3 * se - b3 * be)};
    return c;
}

}  // namespace synovia
