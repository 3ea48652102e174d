// The last physics type: what a run radiates. Source strengths d2V/dt2 as quadratures over the solver's own steps,
// ready for any band-limited kernel, and the way from there to the listener.
#pragma once
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "solver/trajectory.hpp"

namespace synovia {

/// integral of f(t) d2V/dt2 dt = sum over nodes of f(time) weight strength.
struct SourceStrength {
    std::vector<double> time;      ///< increasing [s]
    std::vector<double> weight;    ///< Gauss weight of the node [s]
    std::vector<double> strength;  ///< d2V/dt2 [m3/s2]
};

/// Eight Gauss-Legendre nodes per panel; panels are the solver steps, split so that none is longer than `max_panel`
/// [s]. Steps that are split are evaluated at five points and interpolated: the solution is a polynomial there. Split
/// steps that stay below `share` of the largest strength (of spikes: their mean over a panel) are left out, so that
/// silence costs nothing.
SourceStrength source_strength(const Trajectory& trajectory, double max_panel, double share = 0.0);

/// What emission() leaves out, of the largest strength: -160 dB, a fourteenth of a step of 24 bits at full scale.
inline constexpr double silent_share = 1e-8;
/// Within a step as long as the slowest tone that is heard, 20 Hz, the strength is a polynomial of degree four: no
/// sound, only what the solver's tolerance lets pass, some 1e-7. There so many times more is left out, -120 dB.
inline constexpr double infrasonic_s = 0.05, infrasonic_factor = 100.0;

/// What carries the sound to the listener.
struct Medium {
    double density;      ///< [kg/m3]
    double sound_speed;  ///< [m/s]
};
Medium air(const Listener& listener);
Medium liquid(const Fluid& fluid);

/// Far-field pressure of a compact monopole per source strength, rho/(4 pi r) [Pa per m3/s2].
/// Source: Pierce, Acoustics; the density is that of the medium the listener is in.
double pressure_per_strength(const Medium& medium, double distance);

/// Time the sound takes over a distance, r/c [s].
double arrival_delay(const Medium& medium, double distance);

/// One monopole of a run.
struct Emitter {
    std::vector<double> time;               ///< nodes, increasing [s]
    std::vector<double> weighted_strength;  ///< weight times d2V/dt2 [m3/s], same shape
    std::array<double, 3> place{};          ///< to the listener's right, away, up; 0: what the listener looks at [m]
    std::optional<std::size_t> facet;       ///< of a spine: which, as in SpineRun::facets
    Medium medium;                          ///< the listener is in
    double delay;                           ///< until it is heard at the listener's distance [s]
    double gain;                            ///< pressure there per strength [Pa per m3/s2]
};

/// Everything of a run that sounds; of a spine the facets that burst or came near it, heard from behind the back, which
/// is at the target's disc. `max_panel` as in source_strength() [s]. Silence, see silent_share, is left out.
std::vector<Emitter> emission(const Trajectory& trajectory, double max_panel);

}  // namespace synovia
